package vorsprung.processor.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Place;

/** What a tree of 100,000 elements, one an hour, asks of its store: seeks and entries read are counted, not time. */
class SummaryTreeCostTest {
    private static final int ELEMENTS = 100_000;
    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    private static final CountingTimeline<Node<Place>, Count> NODES = new CountingTimeline<>();
    private static final SummaryTree<Place, Count> TREE =
            new SummaryTree<>(NODES, Place.FIRST, new Count(0), Place::hash);
    private static int mostCallsOfAnAppend;

    private record Count(long count) implements Summary<Count> {
        @Override
        public Count then(Count later) {
            return new Count(count + later.count);
        }
    }

    @BeforeAll
    static void appendInOrder() {
        for (int hour = 0; hour < ELEMENTS; hour++) {
            NODES.startCounting();
            TREE.put(at(hour, 0), new Count(1));
            mostCallsOfAnAppend = Math.max(mostCallsOfAnAppend, NODES.calls());
        }
    }

    @Test
    void anAppendCostsAFewSeeks() {
        assertThat(mostCallsOfAnAppend).isLessThanOrEqualTo(20);
    }

    @Test
    void aLateElementCostsAPathAndItsBlocks() {
        for (int hour = 1; hour < ELEMENTS; hour += 997) {
            NODES.startCounting();

            TREE.put(at(hour, 30), new Count(1));
            TREE.remove(at(hour, 30));

            assertThat(NODES.calls()).isLessThanOrEqualTo(40);
            assertThat(NODES.reads()).isLessThanOrEqualTo(1_000);
        }
    }

    @Test
    void aSumBetweenAnyTwoDatesCostsAPath() {
        for (int hour = 1; hour < ELEMENTS / 2; hour += 499) {
            NODES.startCounting();

            Count count = TREE.between(at(hour, 0), at(ELEMENTS - hour, 0));

            assertThat(count.count).isEqualTo(ELEMENTS - 2L * hour);
            assertThat(NODES.calls()).isLessThanOrEqualTo(20);
            assertThat(NODES.reads()).isLessThanOrEqualTo(1_000);
        }
    }

    private static Place at(int hour, int minutes) {
        Instant occurredAt = START.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minutes));
        return new Place(occurredAt, occurredAt, "event-" + hour);
    }
}
