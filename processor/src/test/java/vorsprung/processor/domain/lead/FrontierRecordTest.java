package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vorsprung.processor.domain.lead.RaceFixture.raceOf;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;
import static vorsprung.processor.domain.lead.ResultBuilder.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.lead.FrontierRecord.CatchUp;

/** Frontier records and their catch-ups. Design, section 3. */
class FrontierRecordTest {

    @Test
    void eachStrictRiseOfTheFrontierIsARecordTheFirstResultIncluded() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(39).on("2024-01-02"),
                aResult().of("google").by("pro").scoring(40).on("2024-01-03"),
                aResult().of("google").by("ultra").scoring(41).on("2024-01-04"),
                aResult().of("google").by("max").scoring(42).on("2024-01-05"));

        assertThat(race.recordsAsOf("2024-02-01"))
                .extracting(FrontierRecord::companyId, FrontierRecord::score, FrontierRecord::at)
                .containsExactly(
                        tuple("openai", 40.0, day("2024-01-01")),
                        tuple("google", 41.0, day("2024-01-04")),
                        tuple("google", 42.0, day("2024-01-05")));
    }

    @Test
    void thereIsOneRecordPerInstant() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(45).on("2024-01-01"),
                aResult().of("google").scoring(43).on("2024-01-01"));

        assertThat(race.recordsAsOf("2024-02-01"))
                .extracting(FrontierRecord::score)
                .containsExactly(45.0);
    }

    @Test
    void ofSeveralModelsWithTheRecordScoreTheSmallestSetIt() {
        RaceFixture race = raceOf(
                aResult().of("openai").by("o3").scoring(45).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(45).on("2024-01-01"));

        assertThat(race.recordsAsOf("2024-02-01"))
                .extracting(FrontierRecord::modelId)
                .containsExactly("openai/o1");
    }

    @Test
    void aCatchUpIsTheFirstResultOfAnotherCompanyAsGoodAsTheRecord() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).withId("e1").on("2024-01-01"),
                aResult().of("google").scoring(39.9).withId("e2").on("2024-01-11"),
                aResult().of("meta").by("llama").scoring(40).withId("e3").on("2024-01-21"),
                aResult().of("google").by("ultra").scoring(60).withId("e4").on("2024-01-31"));

        assertThat(race.recordsAsOf("2024-02-01").get(0))
                .isEqualTo(new FrontierRecord(
                        "openai",
                        "openai/m",
                        40.0,
                        day("2024-01-01"),
                        20.0,
                        new CatchUp("meta", "meta/llama", 40.0, day("2024-01-21")),
                        List.of("e1", "e3")));
    }

    @Test
    void theRecordsOwnCompanyDoesNotCatchUpWithIt() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-01-11"));

        assertThat(race.recordsAsOf("2024-01-21"))
                .extracting(FrontierRecord::catchUp, FrontierRecord::lagDays)
                .containsExactly(tuple(null, 20.0), tuple(null, 10.0));
    }

    @Test
    void whoeverTakesTheLeadCatchesUpWithIt() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").by("ultra").scoring(60).on("2024-01-31"));

        assertThat(race.recordsAsOf("2024-02-01").get(0).catchUp())
                .isEqualTo(new CatchUp("google", "google/ultra", 60.0, day("2024-01-31")));
    }

    @Test
    void ofSeveralAtThatTimeTheHighestScoreCaughtUp() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("anthropic").scoring(41).on("2024-01-11"),
                aResult().of("meta").scoring(42).on("2024-01-11"));

        assertThat(race.recordsAsOf("2024-02-01").get(0).catchUp())
                .isEqualTo(new CatchUp("meta", "meta/m", 42.0, day("2024-01-11")));
    }

    @Test
    void ofSeveralWithThatScoreTheSmallestCompanyIdAndModelIdCaughtUp() {
        RaceFixture race = raceOf(
                aResult().of("openai").by("gpt-4").scoring(40).on("2024-01-01"),
                aResult().of("meta").scoring(40).on("2024-01-11"),
                aResult().of("anthropic").by("opus").scoring(40).on("2024-01-11"),
                aResult().of("anthropic").by("haiku").scoring(40).on("2024-01-11"));

        assertThat(race.recordsAsOf("2024-02-01").get(0).catchUp())
                .isEqualTo(new CatchUp("anthropic", "anthropic/haiku", 40.0, day("2024-01-11")));
    }

    @Test
    void anEqualResultAtTheInstantOfTheRecordCatchesUpAtOnce() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(40).on("2024-01-01"));

        FrontierRecord record = race.recordsAsOf("2024-02-01").get(0);

        assertThat(record.companyId()).isEqualTo("google");
        assertThat(record.lagDays()).isEqualTo(0.0);
        assertThat(record.catchUp()).isEqualTo(new CatchUp("openai", "openai/m", 40.0, day("2024-01-01")));
    }

    @Test
    void oneResultMayMatchSomeRecordsAndLeaveBetterOnesOpen() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-01-11"),
                aResult().of("openai").by("o3").scoring(60).on("2024-01-21"),
                aResult().of("google").scoring(55).on("2024-01-31"),
                aResult().of("meta").scoring(60).on("2024-02-10"));

        assertThat(race.recordsAsOf("2024-02-10"))
                .extracting(FrontierRecord::lagDays, FrontierRecord::catchUp)
                .containsExactly(
                        tuple(30.0, new CatchUp("google", "google/m", 55.0, day("2024-01-31"))),
                        tuple(20.0, new CatchUp("google", "google/m", 55.0, day("2024-01-31"))),
                        tuple(20.0, new CatchUp("meta", "meta/m", 60.0, day("2024-02-10"))));
    }

    @Test
    void aRecordNobodyHasMatchedIsOpenUntilAsOf() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(45).on("2024-02-01"));

        assertThat(race.recordsAsOf("2024-01-31"))
                .extracting(FrontierRecord::lagDays, FrontierRecord::catchUp)
                .containsExactly(tuple(30.0, null));
    }

    @Test
    void whereLowerIsBetterALowerScoreCatchesUp() {
        RaceFixture race = raceOf(
                aResult().lowerIsBetter().of("openai").scoring(8).on("2024-01-01"),
                aResult().lowerIsBetter().of("google").scoring(9).on("2024-01-06"),
                aResult().lowerIsBetter().of("meta").scoring(8).on("2024-01-11"));

        assertThat(race.recordsAsOf("2024-02-01"))
                .extracting(FrontierRecord::lagDays, FrontierRecord::catchUp)
                .containsExactly(tuple(10.0, new CatchUp("meta", "meta/m", 8.0, day("2024-01-11"))));
    }

    @Test
    void recordsCanBeReadFromAnInstantOn() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-01-11"),
                aResult().of("google").scoring(50).on("2024-01-31"));

        assertThat(RaceFixture.all(race.asOf("2024-02-10").records(day("2024-01-02"))))
                .extracting(FrontierRecord::score, FrontierRecord::lagDays)
                .containsExactly(tuple(50.0, 20.0));
    }
}
