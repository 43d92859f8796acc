package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;

/** What a change or a question costs, in calls of the timelines and entries read from them. */
class RaceCostTest {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final int RESULTS = 100_000;
    private static final int FEWER = 10_000;

    private final CountingTimeline<Place, Result> results = new CountingTimeline<>();
    private final CountingTimeline<Instant, Standing> standings = new CountingTimeline<>();
    private final CountingTimeline<ContestantMoment, Entry> bests = new CountingTimeline<>();
    private final RaceBook book = new RaceBook(results, standings, bests);

    @Test
    void resultsInOrderCostAConstantNumberOfCalls() {
        Random random = new Random(1);
        long most = 0;

        for (int n = 0; n < RESULTS; n++) {
            most = Math.max(most, cost(result(n, 20, n / 100 + random.nextInt(110))));
        }

        assertThat(most).isEqualTo(26);
    }

    @Test
    void resultsInOrderThatAreNoRiseCostFewCalls() {
        long most = 0;
        cost(result(0, 1, 1_000));
        cost(result(1, 2, 999));

        for (int n = 2; n < FEWER; n++) {
            most = Math.max(most, cost(result(n, 20, 998 - n)));
        }

        assertThat(most).isEqualTo(12);
    }

    /** One company sets 5,000 records which another then matches one by one, so each is passed once. */
    @Test
    void recordsMatchedOneByOneCostAConstantNumberOfCallsEach() {
        for (int n = 0; n < FEWER / 2; n++) {
            cost(resultOf("leader", n, n));
        }
        long most = 0;

        for (int n = 0; n < FEWER / 2; n++) {
            most = Math.max(most, cost(resultOf("rival", FEWER / 2 + n, n)));
        }

        assertThat(most).isEqualTo(24);
    }

    /** The leaders take turns; the late one leads for five minutes, and eight leaps later nothing tells of it. */
    @Test
    void aLateResultReadsOnlyUntilNothingDiffersAnyMore() {
        for (int n = 0; n < FEWER; n++) {
            cost(resultOf(n / 10 % 2 == 0 ? "a" : "b", n, n / 10));
        }

        assertThat(cost(late("c", 500.5))).isEqualTo(80);
        assertThat(cost(late("d", 3))).isEqualTo(11);
    }

    @Test
    void theFiguresAsOfAnyTimeCostAFewCallsAndTwoPerCompany() {
        for (int n = 0; n < FEWER; n++) {
            cost(result(n, 20, n / 100));
        }
        long before = calls();

        book.history().asOf(START.plus(Duration.ofMinutes(FEWER / 2))).figures();

        assertThat(calls() - before).isEqualTo(89);
    }

    private long cost(Result result) {
        long before = calls();
        book.change(Optional.empty(), Optional.of(result), StandingChanges.UNHEARD);
        return calls() - before;
    }

    private static Result late(String company, double score) {
        return aResult().of(company).scoring(score).at(START.plus(Duration.ofMinutes(5_005)));
    }

    private long calls() {
        return results.calls() + standings.calls() + bests.calls();
    }

    private static Result result(int n, int companies, int score) {
        return resultOf("company-" + n * 7 % companies, n, score);
    }

    private static Result resultOf(String company, int minute, int score) {
        return aResult().of(company).scoring(score).withId("e" + minute).at(START.plus(Duration.ofMinutes(minute)));
    }
}
