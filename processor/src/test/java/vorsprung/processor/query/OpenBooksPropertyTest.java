package vorsprung.processor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.Subject;
import vorsprung.processor.store.KeyCodec;
import vorsprung.processor.store.KeyReader;
import vorsprung.processor.store.KeyWriter;
import vorsprung.processor.store.Progress;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.RecordCodec;
import vorsprung.processor.store.TimelineRef;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;

/** Whatever was asked of a book before, and whenever a commit falls, an answer is of one state: that of when it was asked. */
class OpenBooksPropertyTest {
    private static final StoreRef STORE = Stores.TIMELINES_BY_COMPANY;
    private static final TimelineRef<Long, Progress> FIGURES =
            new TimelineRef<>(99, new Numbers(), RecordCodec.of(Progress.class));

    /** A report of a subject, which sets or removes the figures at some places. */
    record Report(String subject, List<Long> places, boolean removes) {}

    /** A look into a book: at one place, at the last before it, or at some from it on. */
    record Look(String kind, long at) {}

    /**
     * A question about a subject; of its looks some may have a report come in right before. In a list the subject's log was
     * seen before, and a report may come in between.
     */
    record Asking(String subject, List<Look> looks, Map<Integer, Report> reports, boolean listed) {
        static final int BEFORE_ALL = -1;
    }

    private static final class Numbers implements KeyCodec<Long> {
        @Override
        public void write(KeyWriter writer, Long key) {
            writer.number(key);
        }

        @Override
        public Long read(KeyReader reader) {
            return reader.number();
        }
    }

    private final HeapStreams streams = new HeapStreams().active(STORE, 0);
    private final LocalStores stores = new LocalStores(streams, 1);
    private final OpenBooks<Timeline<Long, Progress>> books = new OpenBooks<>((id, store) -> FIGURES.of(id, store));

    private final Map<String, NavigableMap<Long, Long>> content = new HashMap<>();
    private final Map<String, Long> reports = new HashMap<>();
    private long written;

    @Property(tries = 1_000)
    void anAnswerIsThatOfThePresentState(
            @ForAll("reports") List<Report> before, @ForAll("askings") List<Asking> askings) {
        before.forEach(this::take);

        for (Asking asking : askings) {
            Map<Integer, Report> arriving = new HashMap<>(asking.reports());
            List<List<String>> states = new ArrayList<>();
            Optional<Subject> seen = asking.listed() ? seen(asking, states) : Optional.empty();
            Optional.ofNullable(arriving.remove(Asking.BEFORE_ALL)).ifPresent(this::take);
            Optional<List<String>> answer = stores.read(STORE, 0, store -> {
                states.add(expected(asking));
                return answer(asking, seen, store, book -> answer(asking, book, arriving));
            });

            // In a list the state may be that in which the log was seen, or one that came when that had been given up.
            states.add(asking.listed() ? expected(asking) : last(states));
            List<List<String>> right = asking.listed() ? states : List.of(last(states));
            assertThat(answer.orElse(List.of())).isIn(right);
        }
    }

    private Optional<Subject> seen(Asking asking, List<List<String>> states) {
        states.add(expected(asking));
        return Optional.ofNullable(
                stores.read(STORE, 0, Timelines.SUBJECTS::bySubject).get(asking.subject()));
    }

    /** As a shelf asks. */
    private Optional<List<String>> answer(
            Asking asking,
            Optional<Subject> seen,
            ReadableStore store,
            Function<Timeline<Long, Progress>, List<String>> reader) {
        return seen.flatMap(log -> books.askIfOpen(asking.subject(), log, store, reader))
                .or(() -> Replays.subject(asking.subject(), store)
                        .map(log -> books.ask(asking.subject(), log, store, reader)));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private List<String> expected(Asking asking) {
        @Nullable NavigableMap<Long, Long> figures = content.get(asking.subject());
        return figures == null
                ? List.of()
                : asking.looks().stream().map(look -> look(look, figures)).toList();
    }

    private List<String> answer(Asking asking, Timeline<Long, Progress> book, Map<Integer, Report> arriving) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < asking.looks().size(); i++) {
            Optional.ofNullable(arriving.remove(i)).ifPresent(this::take);
            answers.add(look(asking.looks().get(i), book));
        }
        return answers;
    }

    private void take(Report report) {
        NavigableMap<Long, Long> figures = content.computeIfAbsent(report.subject(), id -> new TreeMap<>());
        long count = reports.merge(report.subject(), 1L, Long::sum);
        streams.commit(STORE, 0, store -> {
            Timelines.SUBJECTS.of(report.subject(), store).put(Only.ENTRY, new Subject(Instant.EPOCH, count));
            Timeline<Long, Progress> kept = FIGURES.of(report.subject(), store);
            for (long at : report.places()) {
                if (report.removes()) {
                    kept.remove(at);
                    figures.remove(at);
                } else {
                    kept.put(at, new Progress(++written));
                    figures.put(at, written);
                }
            }
        });
    }

    private static String look(Look look, NavigableMap<Long, Long> figures) {
        long at = look.at();
        return switch (look.kind()) {
            case "at" -> Optional.ofNullable(figures.get(at)).toString();
            case "before" ->
                Optional.ofNullable(figures.lowerEntry(at))
                        .map(Map.Entry::getValue)
                        .toString();
            default -> figures.tailMap(at).values().stream().limit(3).toList().toString();
        };
    }

    private static String look(Look look, Timeline<Long, Progress> book) {
        long at = look.at();
        return switch (look.kind()) {
            case "at" -> book.get(at).map(Progress::offset).toString();
            case "before" ->
                book.lower(at).map(entry -> entry.getValue().offset()).toString();
            default -> firstFrom(at, book).toString();
        };
    }

    private static List<Long> firstFrom(long at, Timeline<Long, Progress> book) {
        List<Long> first = new ArrayList<>();
        try (Cursor<Map.Entry<Long, Progress>> cursor = book.ascending(at, null)) {
            while (first.size() < 3 && cursor.hasNext()) {
                first.add(cursor.next().getValue().offset());
            }
        }
        return first;
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        return report().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Asking>> askings() {
        Arbitrary<Look> look = Combinators.combine(Arbitraries.of("at", "before", "from"), places())
                .as(Look::new);
        Arbitrary<Map<Integer, Report>> arriving = Arbitraries.maps(
                        Arbitraries.integers().between(Asking.BEFORE_ALL, 3), report())
                .ofMaxSize(2);
        return Combinators.combine(
                        subjects(), look.list().ofMinSize(1).ofMaxSize(4), arriving, Arbitraries.of(true, false))
                .as(Asking::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Arbitrary<Report> report() {
        return Combinators.combine(
                        subjects(), places().list().ofMinSize(1).ofMaxSize(40), Arbitraries.of(true, false, false))
                .as(Report::new);
    }

    private static Arbitrary<String> subjects() {
        return Arbitraries.of("openai", "deepseek");
    }

    private static Arbitrary<Long> places() {
        return Arbitraries.oneOf(
                Arbitraries.of(0L, 100L, 200L, 300L), Arbitraries.longs().between(0, 400));
    }
}
