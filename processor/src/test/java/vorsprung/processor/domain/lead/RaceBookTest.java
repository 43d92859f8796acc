package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vorsprung.processor.domain.lead.RaceFixture.raceOf;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;
import static vorsprung.processor.domain.lead.ResultBuilder.day;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Result;

/** Late, corrected and retracted results. Design, section 3. */
class RaceBookTest {

    @Test
    void aLateResultRewritesTheWindowsItTouches() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o3").scoring(60).on("2024-03-01"));

        assertThat(race.add(aResult().of("google").scoring(50).on("2024-02-01")))
                .containsExactly("2024-02-01: none -> google 50.0", "2024-03-01: openai 60.0 -> openai 60.0");

        assertThat(race.leadsAsOf("2024-04-01"))
                .extracting(LeadWindow::leader, LeadWindow::openedAt)
                .containsExactly(
                        tuple("openai", day("2024-01-01")),
                        tuple("google", day("2024-02-01")),
                        tuple("openai", day("2024-03-01")));
    }

    @Test
    void theReplacementOfARetractedTopResultLeads() {
        Result wrong = aResult().of("google").scoring(90).on("2024-02-01");
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                wrong,
                aResult().of("meta").scoring(45).on("2024-02-15"));

        assertThat(race.retract(wrong))
                .containsExactly("2024-02-01: google 90.0 -> none", "2024-02-15: google 90.0 -> meta 45.0");

        assertThat(race.leadsAsOf("2024-03-01")).extracting(LeadWindow::leader).containsExactly("openai", "meta");
        assertThat(race.asOf("2024-03-01").best("google")).isEmpty();
    }

    @Test
    void aCorrectedScoreIsAsIfItHadBeenRightAtOnce() {
        Result wrong = aResult().of("google").scoring(90).withId("e1").on("2024-02-01");
        Result right = aResult().of("google").scoring(39).withId("e1").on("2024-02-01");
        RaceFixture race = raceOf(aResult().of("openai").scoring(40).on("2024-01-01"), wrong);

        assertThat(race.change(wrong, right)).containsExactly("2024-02-01: google 90.0 -> openai 40.0");

        assertThat(race.figuresAsOf("2024-03-01").margin()).isEqualTo(1.0);
    }

    @Test
    void aCorrectedTimeMovesTheOpeningOfTheWindow() {
        Result wrong = aResult().of("google").scoring(90).withId("e1").on("2024-02-01");
        Result right = aResult().of("google").scoring(90).withId("e1").on("2024-01-15");
        RaceFixture race = raceOf(aResult().of("openai").scoring(40).on("2024-01-01"), wrong);

        assertThat(race.change(wrong, right))
                .containsExactly("2024-01-15: none -> google 90.0", "2024-02-01: google 90.0 -> none");
    }

    @Test
    void aCorrectedTimeCountsThoughAllIsAsItWasInBetween() {
        Result wrong = aResult().of("google").scoring(35).withId("e1").on("2024-01-02");
        Result right = aResult().of("google").scoring(50).withId("e1").on("2024-02-01");
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                wrong,
                aResult().of("meta").scoring(35).on("2024-01-02"),
                aResult().of("meta").by("llama").scoring(38).on("2024-01-10"));

        assertThat(race.change(wrong, right))
                .containsExactly("2024-01-02: openai 40.0 -> openai 40.0", "2024-02-01: none -> google 50.0");
    }

    @Test
    void aResultReportedAgainChangesNothing() {
        Result first = aResult().of("openai").scoring(40).withId("e1").on("2024-01-01");
        Result again = aResult()
                .of("openai")
                .scoring(40)
                .withId("e1")
                .recorded("2025-07-01")
                .on("2024-01-01");
        RaceFixture race = raceOf(first, aResult().of("google").scoring(50).on("2024-02-01"));

        assertThat(race.change(first, again)).isEmpty();
        assertThat(race.figuresAsOf("2024-03-01").leader()).isEqualTo("google");
    }

    @Test
    void aLateResultThatIsNoRiseChangesNothing() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(60).on("2024-01-01"),
                aResult().of("google").scoring(50).on("2024-01-01"),
                aResult().of("google").by("ultra").scoring(55).on("2024-03-01"));

        assertThat(race.add(aResult().of("meta").scoring(49).on("2024-02-01"))).isEmpty();
        assertThat(race.asOf("2024-02-01").best("meta")).isPresent();
    }

    /** The catch-up of April must know the record of February, though March stands as it did. */
    @Test
    void aCorrectedRecordBehindALaterOneIsSeenByTheNextCatchUp() {
        Result wrong = aResult().of("openai").scoring(50).withId("e1").on("2024-02-01");
        Result right = aResult().of("openai").scoring(57).withId("e1").on("2024-02-01");
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                wrong,
                aResult().of("openai").by("o3").scoring(60).on("2024-03-01"),
                aResult().of("google").scoring(55).on("2024-04-01"));

        assertThat(race.change(wrong, right))
                .containsExactly("2024-02-01: openai 50.0 -> openai 57.0", "2024-04-01: openai 60.0 -> openai 60.0");

        assertThat(race.standingAsOf("2024-05-01").unmatched()).isEqualTo(new Unmatched(day("2024-02-01"), 57.0));
    }

    @Test
    void aCorrectedScoreOutdoesTheSameCompanysLaterBest() {
        Result wrong = aResult().of("openai").scoring(30).withId("e1").on("2024-01-01");
        Result right = aResult().of("openai").scoring(40).withId("e1").on("2024-01-01");
        RaceFixture race =
                raceOf(wrong, aResult().of("openai").by("o1").scoring(40).on("2024-02-01"));

        race.change(wrong, right);

        assertThat(race.asOf("2024-03-01").best("openai"))
                .hasValueSatisfying(best -> assertThat(best.eventId()).isEqualTo("e1"));
    }

    @Test
    void aChangeSpansFromItsFirstToItsLastStanding() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o3").scoring(60).on("2024-03-01"));
        Standing newest = race.standingAsOf("2024-03-01");

        RaceChange change = race.book
                .change(
                        Optional.empty(),
                        Optional.of(aResult().of("google").scoring(50).on("2024-02-01")),
                        StandingChanges.UNHEARD)
                .orElseThrow();

        assertThat(change.earliest()).isEqualTo(day("2024-02-01"));
        assertThat(change.latest()).isEqualTo(day("2024-03-01"));
        assertThat(change.newestBefore()).isEqualTo(newest);
        assertThat(change.newestAfter()).isEqualTo(race.standingAsOf("2024-03-01"));
    }

    @Test
    void aDirectionThatFlipsIsTheDirectionOfAllThatWentBefore() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(8).on("2024-01-01"),
                aResult().of("google").scoring(9).on("2024-02-01"),
                aResult().lowerIsBetter().of("meta").scoring(10).on("2024-03-01"));

        assertThat(race.figuresAsOf("2024-03-01").leader()).isEqualTo("openai");
        assertThat(race.leadsAsOf("2024-03-01")).hasSize(1);
    }

    @Test
    void asOfATimeBeforeTheFlipTheOldDirectionHolds() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(8).on("2024-01-01"),
                aResult().of("google").scoring(9).on("2024-02-01"),
                aResult().lowerIsBetter().of("meta").scoring(10).on("2024-03-01"));

        assertThat(race.figuresAsOf("2024-02-15").leader()).isEqualTo("google");
        assertThat(race.figuresAsOf("2024-02-15").higherIsBetter()).isTrue();
        assertThat(race.recordsAsOf("2024-02-15")).hasSize(2);
    }

    @Test
    void onlyResultsUpToAsOfCount() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).onBenchmark("GPQA").on("2024-01-01"),
                aResult().of("google").scoring(30).onBenchmark("GPQA Diamond").on("2024-02-01"),
                aResult().of("google").scoring(50).on("2030-01-01"));

        assertThat(race.asOf("2023-12-31").figures()).isEmpty();
        assertThat(race.figuresAsOf("2024-01-31").benchmark()).isEqualTo("GPQA");
        assertThat(race.figuresAsOf("2024-02-01").benchmark()).isEqualTo("GPQA Diamond");
        assertThat(race.figuresAsOf("2024-02-01").lastResultAt()).isEqualTo(day("2024-02-01"));
        assertThat(race.figuresAsOf("2029-12-31").leader()).isEqualTo("openai");
        assertThat(race.figuresAsOf("2030-01-01").leader()).isEqualTo("google");
    }

    @Test
    void theFiguresNameTheResultsTheyRestOn() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).withId("opening").on("2024-01-01"),
                aResult().of("google").scoring(42).withId("rival").on("2024-02-01"),
                aResult().of("openai").by("o1").scoring(45).withId("back").on("2024-03-01"),
                aResult().of("openai").by("o3").scoring(50).withId("best").on("2024-04-01"));

        assertThat(race.figuresAsOf("2024-05-01").evidence()).containsExactly("best", "rival", "back");
    }

    @Test
    void withoutResultsThereIsNothingToSee() {
        Result only = aResult().of("openai").scoring(40).on("2024-01-01");
        RaceFixture race = raceOf(only);

        assertThat(race.retract(only)).containsExactly("2024-01-01: openai 40.0 -> none");

        assertThat(race.asOf("2024-05-01").figures()).isEmpty();
        assertThat(race.leadsAsOf("2024-05-01")).isEmpty();
        assertThat(race.recordsAsOf("2024-05-01")).isEmpty();
        assertThat(race.windowsAsOf("2024-05-01", WindowSize.P1M)).isEmpty();
    }
}
