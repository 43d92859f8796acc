package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vorsprung.processor.domain.lead.RaceFixture.raceOf;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;
import static vorsprung.processor.domain.lead.ResultBuilder.day;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaders and lead windows. Design, section 3. */
class LeadWindowTest {

    @Test
    void theLeaderIsTheCompanyWhoseBestIsTheFrontier() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(50).on("2024-02-01"),
                aResult().of("google").by("flash").scoring(30).on("2024-03-01"));

        BenchmarkFigures figures = race.figuresAsOf("2024-04-01");

        assertThat(figures.leader()).isEqualTo("google");
        assertThat(figures.frontier()).isEqualTo(50.0);
        assertThat(race.asOf("2024-04-01").best("openai"))
                .hasValueSatisfying(best -> assertThat(best.score()).isEqualTo(40.0));
    }

    @Test
    void ofSeveralTheOneThatReachedThatScoreFirstLeads() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(50).on("2024-01-01"),
                aResult().of("anthropic").scoring(50).on("2024-01-02"));

        assertThat(race.figuresAsOf("2024-02-01").leader()).isEqualTo("openai");
    }

    @Test
    void ofSeveralAtOneInstantTheLeaderJustBeforeLeadsOn() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("anthropic").scoring(50).on("2024-02-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-02-01"));

        assertThat(race.figuresAsOf("2024-03-01").leader()).isEqualTo("openai");
        assertThat(race.leadsAsOf("2024-03-01")).hasSize(1);
    }

    @Test
    void ofSeveralAtOneInstantTheSmallestCompanyIdLeadsWhenTheLeaderJustBeforeIsNoneOfThem() {
        RaceFixture race = raceOf(
                aResult().of("meta").scoring(40).on("2024-01-01"),
                aResult().of("openai").scoring(50).on("2024-02-01"),
                aResult().of("anthropic").scoring(50).on("2024-02-01"));

        assertThat(race.figuresAsOf("2024-03-01").leader()).isEqualTo("anthropic");
    }

    @Test
    void aTieNeverMovesTheLead() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(50).on("2024-01-01"),
                aResult().of("anthropic").scoring(50).on("2024-02-01"),
                aResult().of("anthropic").by("opus").scoring(50).on("2024-03-01"));

        assertThat(race.leadsAsOf("2024-04-01")).extracting(LeadWindow::leader).containsExactly("openai");
    }

    @Test
    void aLeadWindowIsAMaximalIntervalWithOneLeader() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-01-11"),
                aResult().of("google").scoring(60).on("2024-01-21"),
                aResult().of("openai").by("o3").scoring(70).on("2024-01-31"));

        assertThat(race.leadsAsOf("2024-02-02"))
                .extracting(LeadWindow::leader, LeadWindow::openedAt, LeadWindow::closedAt, LeadWindow::days)
                .containsExactly(
                        tuple("openai", day("2024-01-01"), day("2024-01-21"), 20.0),
                        tuple("google", day("2024-01-21"), day("2024-01-31"), 10.0),
                        tuple("openai", day("2024-01-31"), null, 2.0));
    }

    @Test
    void aLeadWindowIsNeverOfZeroLength() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(50).on("2024-02-01"),
                aResult().of("anthropic").scoring(60).on("2024-02-01"));

        assertThat(race.leadsAsOf("2024-03-01")).extracting(LeadWindow::leader).containsExactly("openai", "anthropic");
    }

    @Test
    void aLeadWindowNamesWhatOpenedAndWhatEndedIt() {
        RaceFixture race = raceOf(
                aResult().of("openai").by("gpt-4").scoring(40).withId("e1").on("2024-01-01"),
                aResult().of("openai").by("gpt-4o").scoring(45).withId("e2").on("2024-01-05"),
                aResult().of("google").by("ultra").scoring(60).withId("e3").on("2024-02-01"));

        LeadWindow window = race.leadsAsOf("2024-03-01").get(0);

        assertThat(window)
                .isEqualTo(new LeadWindow(
                        "openai",
                        "openai/gpt-4",
                        day("2024-01-01"),
                        day("2024-02-01"),
                        31.0,
                        40.0,
                        45.0,
                        null,
                        "google",
                        List.of("e1", "e2", "e3")));
    }

    @Test
    void ofSeveralModelsWithTheOpeningScoreTheSmallestOpenedTheWindow() {
        RaceFixture race = raceOf(
                aResult().of("openai").by("o3").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("mini").scoring(39).on("2024-01-01"));

        assertThat(race.leadsAsOf("2024-03-01").get(0).modelId()).isEqualTo("openai/o1");
        assertThat(race.figuresAsOf("2024-03-01").leaderModelId()).isEqualTo("openai/o1");
    }

    @Test
    void theGreatestMarginOfAWindowIsKept() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(30).on("2024-01-02"),
                aResult().of("openai").by("o1").scoring(55).on("2024-01-03"),
                aResult().of("google").by("ultra").scoring(50).on("2024-01-04"));

        assertThat(race.leadsAsOf("2024-01-02").get(0).maxMargin()).isEqualTo(10.0);
        assertThat(race.leadsAsOf("2024-02-01").get(0).maxMargin()).isEqualTo(25.0);
        assertThat(race.figuresAsOf("2024-02-01").margin()).isEqualTo(5.0);
    }

    @Test
    void aLeadWindowUpToAsOfHasNoEndAndNoSuccessor() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(50).on("2024-02-01"));

        LeadWindow open = race.leadsAsOf("2024-01-31").get(0);

        assertThat(open.closedAt()).isNull();
        assertThat(open.successor()).isNull();
        assertThat(open.days()).isEqualTo(30.0);
    }

    @Test
    void theMarginIsTheLeadersBestLessTheBestOfAllOthers() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(80).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(78).on("2024-01-02"),
                aResult().of("google").scoring(64).on("2024-01-03"),
                aResult().of("meta").scoring(60).on("2024-01-04"));

        assertThat(race.figuresAsOf("2024-02-01").margin()).isEqualTo(16.0);
        assertThat(race.figuresAsOf("2024-02-01").marginPercent()).isEqualTo(25.0);
    }

    @Test
    void thereIsNoMarginWhileThereIsNoOther() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(80).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(78).on("2024-01-02"));

        assertThat(race.figuresAsOf("2024-02-01").margin()).isNull();
        assertThat(race.figuresAsOf("2024-02-01").marginPercent()).isNull();
    }

    @Test
    void theMarginPercentIsOfTheAbsoluteBestOfTheOthers() {
        RaceFixture negative = raceOf(
                aResult().of("openai").scoring(-10).on("2024-01-01"),
                aResult().of("google").scoring(-40).on("2024-01-03"));
        RaceFixture zero = raceOf(
                aResult().of("openai").scoring(10).on("2024-01-01"),
                aResult().of("google").scoring(0).on("2024-01-03"));

        assertThat(negative.figuresAsOf("2024-02-01").marginPercent()).isEqualTo(75.0);
        assertThat(zero.figuresAsOf("2024-02-01").marginPercent()).isNull();
        assertThat(zero.figuresAsOf("2024-02-01").margin()).isEqualTo(10.0);
    }

    @Test
    void whereLowerIsBetterEveryComparisonIsReversed() {
        RaceFixture race = raceOf(
                aResult().lowerIsBetter().of("openai").scoring(8).on("2024-01-01"),
                aResult().lowerIsBetter().of("google").scoring(9).on("2024-01-05"),
                aResult().lowerIsBetter().of("google").by("ultra").scoring(5).on("2024-01-11"));

        assertThat(race.leadsAsOf("2024-01-21"))
                .extracting(LeadWindow::leader, LeadWindow::days, LeadWindow::maxMargin)
                .containsExactly(tuple("openai", 10.0, 1.0), tuple("google", 10.0, 3.0));
        assertThat(race.figuresAsOf("2024-01-21").marginPercent()).isEqualTo(37.5);
        assertThat(race.figuresAsOf("2024-01-21").higherIsBetter()).isFalse();
    }

    @Test
    void daysHaveOneDecimal() {
        RaceFixture race = raceOf(aResult().of("openai").scoring(40).on("2024-01-01"));
        Instant asOf = Instant.parse("2024-01-02T06:00:00Z");

        assertThat(race.book.history().asOf(asOf).figures().orElseThrow().leadDays())
                .isEqualTo(1.3);
    }

    @Test
    void leadWindowsCanBeReadFromAnOpeningOn() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(50).on("2024-02-01"),
                aResult().of("google").by("ultra").scoring(55).on("2024-02-15"),
                aResult().of("openai").by("o3").scoring(60).on("2024-03-01"));

        assertThat(RaceFixture.all(race.asOf("2024-04-01").leads(day("2024-02-01"))))
                .extracting(LeadWindow::leader)
                .containsExactly("google", "openai");
        assertThat(RaceFixture.all(race.asOf("2024-04-01").leads(day("2024-02-02"))))
                .extracting(LeadWindow::leader)
                .containsExactly("openai");
    }
}
