package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vorsprung.processor.domain.lead.RaceFixture.all;
import static vorsprung.processor.domain.lead.RaceFixture.raceOf;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;
import static vorsprung.processor.domain.lead.ResultBuilder.day;
import static vorsprung.processor.domain.lead.WindowSize.P1M;
import static vorsprung.processor.domain.lead.WindowSize.P1Y;
import static vorsprung.processor.domain.lead.WindowSize.P3M;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Competitive-lead windows. Design, section 3. */
class CompetitiveWindowTest {

    /** April has thirty days: OpenAI leads six of them, Google twelve. */
    private static RaceFixture april() {
        return raceOf(
                aResult().of("openai").scoring(40).on("2024-04-13"),
                aResult().of("google").scoring(50).on("2024-04-19"));
    }

    @Test
    void aWindowSaysWhoLedHowLongAndHowTheFrontierRose() {
        RaceFixture race = april();

        assertThat(race.windowsAsOf("2024-05-01", P1M).get(0))
                .isEqualTo(new CompetitiveWindow(
                        day("2024-04-01"),
                        day("2024-05-01"),
                        "google",
                        Map.of("openai", 0.2, "google", 0.4),
                        1,
                        null,
                        50.0,
                        10.0,
                        1,
                        6.0));
    }

    @Test
    void theWindowThatContainsAsOfIsMeasuredUpToAsOf() {
        RaceFixture race = april();

        CompetitiveWindow window = race.windowsAsOf("2024-04-16", P1M).get(0);

        assertThat(window.shares()).containsExactly(Map.entry("openai", 0.2));
        assertThat(window.leaderAtEnd()).isEqualTo("openai");
        assertThat(window.to()).isEqualTo(day("2024-05-01"));
    }

    @Test
    void aResultAtAsOfCountsAtTheEndOfItsWindow() {
        CompetitiveWindow window = april().windowsAsOf("2024-04-19", P1M).get(0);

        assertThat(window.leaderAtEnd()).isEqualTo("google");
        assertThat(window.leadChanges()).isEqualTo(1);
        assertThat(window.shares()).containsOnlyKeys("openai");
    }

    @Test
    void theStartOfAWindowIsInclusiveAndItsEndExclusive() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-04-01"),
                aResult().of("google").scoring(50).on("2024-05-01"));

        assertThat(race.windowsAsOf("2024-05-31", P1M))
                .extracting(
                        CompetitiveWindow::leaderAtEnd, CompetitiveWindow::leadChanges, CompetitiveWindow::frontierEnd)
                .containsExactly(tuple("openai", 0, 40.0), tuple("google", 1, 50.0));
    }

    @Test
    void frontierStartIsTheFrontierJustBeforeTheWindow() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-04-01"),
                aResult().of("google").scoring(50).on("2024-05-01"));

        assertThat(race.windowsAsOf("2024-06-15", P1M))
                .extracting(CompetitiveWindow::frontierStart)
                .containsExactly(null, 40.0, 50.0);
    }

    @Test
    void theFirstLeadEverIsNoChange() {
        RaceFixture race = raceOf(aResult().of("openai").scoring(40).on("2024-04-13"));

        assertThat(race.windowsAsOf("2024-04-30", P1M).get(0).leadChanges()).isZero();
    }

    @Test
    void aStreamThatGoesQuietStillClosesItsWindows() {
        RaceFixture race = april();

        assertThat(race.windowsAsOf("2024-07-16", P1M))
                .extracting(CompetitiveWindow::from, CompetitiveWindow::shares, CompetitiveWindow::medianLagDays)
                .containsExactly(
                        tuple(day("2024-04-01"), Map.of("openai", 0.2, "google", 0.4), 6.0),
                        tuple(day("2024-05-01"), Map.of("google", 1.0), null),
                        tuple(day("2024-06-01"), Map.of("google", 1.0), null),
                        tuple(day("2024-07-01"), Map.of("google", 1.0), null));
    }

    @Test
    void quartersStartInJanuaryAprilJulyAndOctober() {
        RaceFixture race = raceOf(aResult().of("openai").scoring(40).on("2023-11-13"));

        assertThat(race.windowsAsOf("2024-11-01", P3M))
                .extracting(CompetitiveWindow::from)
                .containsExactly(
                        day("2023-10-01"), day("2024-01-01"), day("2024-04-01"), day("2024-07-01"), day("2024-10-01"));
    }

    @Test
    void yearsStartInJanuary() {
        RaceFixture race = raceOf(aResult().of("openai").scoring(40).on("2023-11-13"));

        assertThat(race.windowsAsOf("2024-11-01", P1Y))
                .extracting(CompetitiveWindow::from, CompetitiveWindow::to)
                .containsExactly(
                        tuple(day("2023-01-01"), day("2024-01-01")), tuple(day("2024-01-01"), day("2025-01-01")));
    }

    @Test
    void withoutFromWindowsStartWithTheFirstResult() {
        assertThat(april().windowsAsOf("2024-04-30", P1M))
                .extracting(CompetitiveWindow::from)
                .containsExactly(day("2024-04-01"));
        assertThat(april().windowsAsOf("2024-04-12", P1M)).isEmpty();
    }

    @Test
    void windowsThatOverlapTheBoundsAreListedWhole() {
        RaceView view = april().asOf("2024-09-15");

        assertThat(all(view.windows(P1M, day("2024-05-31"), day("2024-07-01"))))
                .extracting(CompetitiveWindow::from)
                .containsExactly(day("2024-05-01"), day("2024-06-01"));
        assertThat(all(view.windows(P1M, day("2024-08-01"), day("2025-01-01"))))
                .extracting(CompetitiveWindow::from)
                .containsExactly(day("2024-08-01"), day("2024-09-01"));
    }

    @Test
    void timeWithoutALeaderIsNobodysShare() {
        RaceView view = april().asOf("2024-05-01");

        CompetitiveWindow march =
                all(view.windows(P1M, day("2024-03-01"), day("2024-04-01"))).get(0);

        assertThat(march)
                .isEqualTo(new CompetitiveWindow(
                        day("2024-03-01"), day("2024-04-01"), null, Map.of(), 0, null, null, null, 0, null));
    }

    @Test
    void aWindowOfWhichNothingIsMeasuredYetHasNoShares() {
        RaceFixture race = raceOf(aResult().of("openai").scoring(40).on("2024-04-01"));

        assertThat(race.windowsAsOf("2024-04-01", P1M).get(0).shares()).isEmpty();
        assertThat(race.windowsAsOf("2024-04-01", P1M).get(0).leaderAtEnd()).isEqualTo("openai");
    }

    @Test
    void contendersAreTheCompaniesWithinTwoPercentOfTheFrontierAtTheEnd() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(0.5).on("2024-04-01"),
                aResult().of("google").scoring(0.49).on("2024-04-02"),
                aResult().of("meta").scoring(0.4899).on("2024-04-03"),
                aResult().of("meta").by("llama").scoring(0.495).on("2024-05-01"));

        assertThat(race.windowsAsOf("2024-05-15", P1M))
                .extracting(CompetitiveWindow::contenders)
                .containsExactly(2, 3);
        assertThat(race.figuresAsOf("2024-04-30").contenders()).isEqualTo(2);
    }

    @Test
    void contendersAreMeasuredByTheAbsoluteFrontier() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(-100).on("2024-04-01"),
                aResult().of("google").scoring(-102).on("2024-04-02"),
                aResult().of("meta").scoring(-102.1).on("2024-04-03"));

        assertThat(race.figuresAsOf("2024-04-30").contenders()).isEqualTo(2);
    }

    /** Three records of OpenAI are matched at once, after 30, 20 and 10 days; an earlier one of Meta was after 8. */
    @Test
    void theMedianLagIsThatOfTheCatchUpsClosedInTheWindow() {
        RaceFixture race = raceOf(
                aResult().of("meta").scoring(30).on("2024-02-22"),
                aResult().of("openai").scoring(40).on("2024-03-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-03-11"),
                aResult().of("openai").by("o3").scoring(60).on("2024-03-21"),
                aResult().of("google").scoring(70).on("2024-03-31"));

        assertThat(race.windowsAsOf("2024-04-15", P1M))
                .extracting(CompetitiveWindow::medianLagDays)
                .containsExactly(null, 15.0, null);
    }

    @Test
    void aCatchUpAtOnceCountsInTheWindow() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-03-01"),
                aResult().of("google").scoring(40).on("2024-03-01"));

        assertThat(race.windowsAsOf("2024-03-15", P1M).get(0).medianLagDays()).isEqualTo(0.0);
    }

    @Test
    void asOfTheLastMillisecondOfAWindowItIsMeasuredAllButOneMillisecond() {
        RaceView view = april().book.history().asOf(Instant.parse("2024-04-30T23:59:59.999Z"));

        assertThat(all(view.windows(P1M, null, null)).get(0).leaderAtEnd()).isEqualTo("google");
        assertThat(all(view.windows(P1M, null, null))).hasSize(1);
    }
}
