package vorsprung.processor.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a remembered timeline asks the one behind it. */
class RememberedTimelineTest {
    private static final int MOST = 100;

    private final CountingTimeline<Integer, String> kept = new CountingTimeline<>();
    private final RememberedTimeline<Integer, String> remembered = new RememberedTimeline<>(kept, MOST, 4, grown -> {});

    @Test
    void theNewestEntryIsAskedForOnceHoweverManyAreAdded() {
        assertThat(remembered.last()).isEmpty();
        kept.startCounting();

        for (int key = 0; key < 1_000; key++) {
            assertThat(remembered.lower(key + 1)).isEqualTo(remembered.last());
            assertThat(remembered.ceiling(key)).isEmpty();
            remembered.put(key, "value");
            assertThat(remembered.last()).contains(Map.entry(key, "value"));
        }

        assertThat(kept.calls()).as("puts alone").isEqualTo(1_000);
        assertThat(remembered.size()).isLessThanOrEqualTo(MOST + 1);
    }

    @Test
    void anEmptyStretchIsAskedForOnce() {
        kept.put(1, "one");
        kept.put(9, "nine");
        assertThat(remembered.ceiling(3)).contains(Map.entry(9, "nine"));
        kept.startCounting();

        assertThat(remembered.ceiling(4)).contains(Map.entry(9, "nine"));
        try (Cursor<Map.Entry<Integer, String>> between = remembered.ascending(4, 8)) {
            assertThat(between.hasNext()).isFalse();
        }

        assertThat(kept.calls()).isZero();
    }

    @Test
    void whatIsNeverAskedForIsNotRemembered() {
        for (int key = 0; key < 1_000; key++) {
            remembered.put(key, "value");
        }

        assertThat(remembered.size()).isZero();
    }

    @Test
    void whatTakesThePlaceOfAValueIsWrittenOnceWhenItIsFlushed() {
        List<RememberedTimeline<Integer, String>> ahead = new ArrayList<>();
        RememberedTimeline<Integer, String> timeline = new RememberedTimeline<>(kept, MOST, 4, grown -> {}, ahead::add);
        assertThat(timeline.get(1)).isEmpty();
        timeline.put(1, "first");
        assertThat(kept.get(1)).as("a new key").contains("first");
        assertThat(ahead).isEmpty();
        kept.startCounting();

        timeline.put(1, "second");
        timeline.put(1, "third");

        assertThat(kept.calls()).isZero();
        assertThat(ahead).containsExactly(timeline);
        timeline.flush();
        timeline.flush();
        assertThat(kept.calls()).isEqualTo(1);
        assertThat(kept.get(1)).contains("third");
    }

    @Test
    void whatIsRemovedBeforeItIsFlushedStaysAway() {
        kept.put(1, "one");
        assertThat(remembered.get(1)).contains("one");

        remembered.put(1, "another");
        remembered.remove(1);
        remembered.flush();

        assertThat(kept.get(1)).isEmpty();
    }
}
