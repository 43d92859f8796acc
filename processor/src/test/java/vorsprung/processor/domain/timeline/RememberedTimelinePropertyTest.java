package vorsprung.processor.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A timeline that is remembered answers as the one behind it does, whatever was asked and written before. */
class RememberedTimelinePropertyTest {
    private static final int KEYS = 40;

    enum Kind {
        PUT,
        REMOVE,
        GET,
        LOWER,
        CEILING,
        FIRST,
        LAST,
        ASCENDING,
        DESCENDING,
        REMOVE_WHILE_ASCENDING,
        REMOVE_WHILE_DESCENDING,
        FLUSH
    }

    /** One thing done; bounds below zero stand for none. */
    record Step(Kind kind, int from, int to) {}

    @Property
    void answersAsTheOneBehindIt(
            @ForAll("steps") List<Step> before,
            @ForAll("steps") List<Step> steps,
            @ForAll("sizes") int most,
            @ForAll @IntRange(min = 1, max = 30) int readAhead) {
        MemoryTimeline<Integer, String> plain = new MemoryTimeline<>();
        MemoryTimeline<Integer, String> kept = new MemoryTimeline<>();
        AtomicInteger counted = new AtomicInteger();
        before.stream().filter(step -> step.kind() == Kind.PUT).forEach(step -> {
            plain.put(key(step), "old");
            kept.put(key(step), "old");
        });
        RememberedTimeline<Integer, String> remembered =
                new RememberedTimeline<>(kept, most, readAhead, counted::addAndGet);

        for (Step step : steps) {
            assertThat(done(step, remembered)).as("%s", step).isEqualTo(done(step, plain));
            assertThat(keys(kept)).as("%s", step).isEqualTo(keys(plain));
        }

        remembered.flush();
        assertThat(kept.entries()).isEqualTo(plain.entries());
        assertThat(counted).hasValue(remembered.size());
    }

    private static List<Integer> keys(MemoryTimeline<Integer, String> timeline) {
        return timeline.entries().stream().map(Entry::getKey).toList();
    }

    private static List<?> done(Step step, Timeline<Integer, String> timeline) {
        Integer from = step.from() < 0 ? null : step.from();
        Integer to = step.to() < 0 ? null : step.to();
        return switch (step.kind()) {
            case PUT -> {
                timeline.put(key(step), "at " + step.to());
                yield List.of();
            }
            case REMOVE -> {
                timeline.remove(key(step));
                yield List.of();
            }
            case GET -> List.of(timeline.get(key(step)));
            case LOWER -> List.of(timeline.lower(key(step)));
            case CEILING -> List.of(timeline.ceiling(key(step)));
            case FIRST -> List.of(timeline.first());
            case LAST -> List.of(timeline.last());
            case ASCENDING -> walked(timeline.ascending(from, to), null);
            case DESCENDING -> walked(timeline.descending(from, to), null);
            case REMOVE_WHILE_ASCENDING -> walked(timeline.ascending(from, to), timeline);
            case REMOVE_WHILE_DESCENDING -> walked(timeline.descending(from, to), timeline);
            case FLUSH -> {
                if (timeline instanceof RememberedTimeline<Integer, String> remembered) {
                    remembered.flush();
                }
                yield List.of();
            }
        };
    }

    private static List<Entry<Integer, String>> walked(
            Cursor<Entry<Integer, String>> cursor, @Nullable Timeline<Integer, String> removed) {
        List<Entry<Integer, String>> entries = new ArrayList<>();
        try (cursor) {
            while (cursor.hasNext()) {
                Entry<Integer, String> entry = cursor.next();
                entries.add(entry);
                if (removed != null && entry.getKey() % 3 == 0) {
                    removed.remove(entry.getKey());
                }
            }
        }
        return entries;
    }

    private static Integer key(Step step) {
        return Math.max(0, step.from());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> bounds = Arbitraries.integers().between(-3, KEYS);
        return Combinators.combine(Arbitraries.of(Kind.class), bounds, bounds)
                .as(Step::new)
                .list()
                .ofMaxSize(150);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(2, 8, 1_000);
    }
}
