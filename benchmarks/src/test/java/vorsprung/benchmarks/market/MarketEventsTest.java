package vorsprung.benchmarks.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vorsprung.rule.EventRules;
import vorsprung.topic.EventType;

final class MarketEventsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final MarketShape SMALL = new MarketShape(1, 20, 50, 10, 1.0);

    @Test
    void equalShapesMakeEqualEvents() {
        assertThat(events(SMALL, 500, 10)).isEqualTo(events(SMALL, 500, 10));
    }

    @Test
    void anotherSeedMakesOtherEvents() {
        assertThat(events(SMALL, 500, 0)).isNotEqualTo(events(new MarketShape(2, 20, 50, 10, 1.0), 500, 0));
    }

    @Test
    void everyEventKeepsTheRulesOfItsType() {
        assertThat(events(SMALL, 3_000, 10))
                .allSatisfy(event ->
                        assertThat(EventRules.check(typeOf(event), event, NOW)).isEmpty());
    }

    @Test
    void everyTypeIsThereInItsShare() {
        Map<EventType, Long> counts = events(SMALL, 10_000, 0).stream()
                .collect(Collectors.groupingBy(MarketEventsTest::typeOf, Collectors.counting()));

        assertThat(counts).containsOnlyKeys(EventType.values());
        assertThat(counts.get(EventType.BENCHMARK_RESULT)).isBetween(4_800L, 5_200L);
        assertThat(counts.get(EventType.FUNDING_ROUND)).isBetween(270L, 370L);
    }

    @Test
    void factsComeInTheOrderInWhichTheyOccurred() {
        assertThat(events(SMALL, 2_000, 0))
                .extracting(MarketEventsTest::occurredAt)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void aCorrectionIsALaterReportOnAFactToldBefore() {
        List<SpecificRecord> events = events(SMALL, 5_000, 10);

        long facts = events.stream().map(MarketEventsTest::id).distinct().count();

        assertThat(5_000 - facts).isBetween(430L, 570L);
    }

    @Test
    void aFewAreTalkedAboutALot() {
        Map<Object, Long> byBenchmark = events(SMALL, 10_000, 0).stream()
                .filter(event -> typeOf(event) == EventType.BENCHMARK_RESULT)
                .collect(Collectors.groupingBy(EventType.BENCHMARK_RESULT::keyOf, Collectors.counting()));

        assertThat(byBenchmark.get("benchmark-0")).isGreaterThan(8 * byBenchmark.getOrDefault("benchmark-9", 0L));
    }

    @Test
    void aMarketWithoutCompaniesIsRefused() {
        assertThatThrownBy(() -> new MarketShape(1, 0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a market has at least one company, model and benchmark, found 0, 1, 1");
    }

    private static List<SpecificRecord> events(MarketShape shape, long events, int correctionPercent) {
        List<SpecificRecord> list = new ArrayList<>();
        new MarketEvents(shape, events, correctionPercent).forEachRemaining(list::add);
        return list;
    }

    private static EventType typeOf(SpecificRecord event) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.record().isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    private static Instant occurredAt(SpecificRecord event) {
        return (Instant) event.get(event.getSchema().getField("occurredAt").pos());
    }

    private static Object id(SpecificRecord event) {
        return event.get(event.getSchema().getField("eventId").pos());
    }
}
