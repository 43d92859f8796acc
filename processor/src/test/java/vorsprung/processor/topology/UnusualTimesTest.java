package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.at;
import static vorsprung.processor.topology.Events.price;
import static vorsprung.processor.topology.Events.round;
import static vorsprung.processor.topology.TopologyFixture.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.event.FundingRound;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.query.Question;

/** Events that come long after they occurred, or before it. */
class UnusualTimesTest {
    private static final long BILLION = 1_000_000_000L;

    private final TopologyFixture market = new TopologyFixture();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void anEventOfTheFutureIsInNoFigureBeforeItOccurs() {
        market.publish(valued("past", "2025-12-01", 10).build());
        market.publish(valued("future", "2030-06-01", 50).setRecordedAt(NOW).build());

        assertThat(valuation(NOW, NOW)).contains(10 * BILLION);
        assertThat(valuation(at("2030-05-31"), NOW)).contains(10 * BILLION);
        assertThat(valuation(at("2030-06-01"), NOW)).contains(50 * BILLION);
        assertThat(market.deadLetters()).isEmpty();
    }

    @Test
    void anEventOf1970TakesItsPlaceInHistoryAndIsNoNews() {
        market.publish(valued("today", "2025-12-31", 10).build());
        market.publish(valued("epoch", "1970-01-01", 100).setRecordedAt(NOW).build());

        assertThat(valuation(at("1970-01-01"), NOW)).contains(100 * BILLION);
        assertThat(valuation(NOW, NOW)).contains(10 * BILLION);
        assertThat(valuation(at("1969-12-31"), NOW)).isEmpty();
        assertThat(found(at("1970-01-01"))).isEmpty();
        assertThat(market.deadLetters()).isEmpty();
    }

    @Test
    void anEventThatComesEighteenMonthsLateChangesWhatIsKnownNowAndNotWhatWasKnown() {
        market.publish(valued("newest", "2025-12-01", 30).build());
        Instant dayBefore = at("2025-12-31");

        market.publish(valued("late", "2024-06-15", 20).setRecordedAt(NOW).build());

        assertThat(valuation(at("2024-07-01"), NOW)).contains(20 * BILLION);
        assertThat(valuation(at("2024-07-01"), dayBefore)).isEmpty();
        assertThat(valuation(NOW, NOW)).contains(30 * BILLION);
        assertThat(valuation(NOW, dayBefore)).contains(30 * BILLION);
    }

    @Test
    void tenYearsOfBackfillAreSignalsOfHistoryAndNoneIsFresh() {
        for (int year = 2015; year < 2025; year++) {
            long dollars = 2_000_000L * (2025 - year);
            market.publish(price("openai/gpt", "p-" + year, year + "-03-01", dollars, dollars)
                    .setRecordedAt(NOW)
                    .build());
            market.publish(valued("r-" + year, year + "-06-01", 1L << (year - 2015))
                    .setRecordedAt(NOW)
                    .build());
        }

        List<Found> found = market.queries().signals().signals(Set.of(Signal.Type.values()), Optional.empty());

        assertThat(found).hasSizeGreaterThan(10);
        assertThat(found).allMatch(Found::historical);
    }

    private List<Found> found(Instant before) {
        return market.queries().signals().signals(Set.of(Signal.Type.values()), Optional.empty()).stream()
                .filter(each -> !each.signal().occurredAt().isAfter(before) && !each.historical())
                .toList();
    }

    private static FundingRound.Builder valued(String eventId, String date, long billions) {
        return round("openai", eventId, date).setAmountUsd(BILLION).setPostMoneyValuationUsd(billions * BILLION);
    }

    private Optional<Long> valuation(Instant asOf, Instant knownAt) {
        return market.queries()
                .companies()
                .company("openai", new Question(asOf, knownAt, Set.of()))
                .map(Company::valuationUsd);
    }
}
