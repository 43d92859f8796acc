package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.MemoryTimeline;

/** Whatever comes in whatever order, every answer is that of the definitions, applied to the results in force. */
class RaceDefinitionsTest {
    private static final Instant START = Instant.parse("2024-11-05T07:00:00Z");
    private static final Contestants OPENNESS = Contestants.byOpenness(modelId -> switch (modelId) {
        case "a/m", "b/n" -> Optional.of(true);
        case "c/m" -> Optional.empty();
        default -> Optional.of(false);
    });

    /** A report about one fact: what it now is, or that it is retracted. */
    record Step(String eventId, @Nullable Result result) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void answersAreThoseOfTheDefinitions(@ForAll("histories") List<Step> history) {
        Book book = new Book();

        history.forEach(book::apply);

        book.assertAnswers(book.book.history(), Contestants.COMPANIES);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void answersBetweenOpenAndClosedWeightsAreThoseOfTheDefinitions(@ForAll("histories") List<Step> history) {
        Book book = new Book();

        history.forEach(book::apply);

        book.assertAnswers(RaceReplay.of(book.inForce.values(), OPENNESS), OPENNESS);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void timelinesDependOnTheResultsInForceAlone(@ForAll("histories") List<Step> history) {
        Book book = new Book();

        for (Step step : history) {
            book.apply(step);

            Book fresh = new Book();
            fresh.applyInOrder(book.inForce.values());
            assertThat(book.standings.entries()).isEqualTo(fresh.standings.entries());
            assertThat(book.bests.entries()).isEqualTo(fresh.bests.entries());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void changesToldAreTheDifferenceOfTheStandings(@ForAll("histories") List<Step> history) {
        Book book = new Book();

        for (Step step : history) {
            Map<Instant, Standing> before = book.standingsByInstant();
            Optional<RaceChange> change = book.apply(step);

            Map<Instant, Standing> after = book.standingsByInstant();
            TreeMap<Instant, Standing> different = new TreeMap<>(before);
            different.putAll(after);
            different.keySet().removeIf(at -> Objects.equals(before.get(at), after.get(at)));
            assertThat(book.told.keySet()).containsExactlyElementsOf(different.keySet());
            book.told.forEach((at, pair) -> assertThat(pair)
                    .containsExactly(Optional.ofNullable(before.get(at)), Optional.ofNullable(after.get(at))));
            assertThat(change.map(RaceChange::earliest))
                    .isEqualTo(different.isEmpty() ? Optional.empty() : Optional.of(different.firstKey()));
            assertThat(change.map(RaceChange::latest))
                    .isEqualTo(different.isEmpty() ? Optional.empty() : Optional.of(different.lastKey()));
        }
    }

    /** Half of them flat, with ties everywhere; half with scores that rise in time, so that many records stay unmatched. */
    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> breadths = Arbitraries.of(4, 8, 16);
        return Combinators.combine(breadths, Arbitraries.of(0, 1), Arbitraries.of(true, false))
                .flatAs((breadth, slope, higherIsBetter) -> steps(breadth, slope, higherIsBetter)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3 * breadth));
    }

    private static Arbitrary<Step> steps(int breadth, int slope, boolean higherIsBetter) {
        Arbitrary<String> ids = Arbitraries.integers().between(1, breadth * 2).map(n -> "e" + n);
        Arbitrary<Integer> scores = Arbitraries.integers().between(-1, slope == 0 ? breadth : 4);
        Arbitrary<Boolean> flips = Arbitraries.frequency(Tuple.of(50, false), Tuple.of(1, true));
        return Combinators.combine(
                        ids,
                        Arbitraries.of("a", "a", "b", "c"),
                        Arbitraries.of("m", "n"),
                        scores,
                        Arbitraries.integers().between(0, breadth),
                        Arbitraries.integers().between(0, 5),
                        flips)
                .as((id, company, model, score, moment, kind, flip) ->
                        step(id, company, model, score + slope * moment, moment, kind, flip != higherIsBetter));
    }

    /** A retraction (kind 0), or a result recorded so many seconds after the start. */
    private static Step step(
            String id, String company, String model, int score, int moment, int kind, boolean higherIsBetter) {
        if (kind == 0) {
            return new Step(id, null);
        }
        Place place = new Place(moment(moment), START.plusSeconds(kind), id);
        double near = score > 3 ? 49 + score * 0.25 : score;
        double turned = higherIsBetter ? near : 100 - near;
        return new Step(id, new Result(place, null, company, company + "/" + model, turned, higherIsBetter));
    }

    private static Instant moment(int n) {
        return START.plus(Duration.ofHours(101L * n));
    }

    /** The book under test, and what it was told. */
    private static final class Book {
        final MemoryTimeline<Instant, Standing> standings = new MemoryTimeline<>();
        final MemoryTimeline<ContestantMoment, Entry> bests = new MemoryTimeline<>();
        final RaceBook book = new RaceBook(new MemoryTimeline<>(), standings, bests);
        final Map<String, Result> inForce = new HashMap<>();
        final TreeMap<Instant, List<Optional<Standing>>> told = new TreeMap<>();

        Optional<RaceChange> apply(Step step) {
            told.clear();
            Optional<Result> before = Optional.ofNullable(inForce.remove(step.eventId()));
            Optional<Result> after = Optional.ofNullable(step.result());
            after.ifPresent(result -> inForce.put(step.eventId(), result));
            return book.change(before, after, (at, old, now) -> {
                assertThat(told).doesNotContainKey(at);
                told.put(at, List.of(old, now));
            });
        }

        void applyInOrder(Collection<Result> results) {
            results.stream()
                    .sorted(Comparator.comparing(Result::place))
                    .forEach(result -> apply(new Step(result.place().eventId(), result)));
        }

        Map<Instant, Standing> standingsByInstant() {
            Map<Instant, Standing> byInstant = new TreeMap<>();
            standings.entries().forEach(entry -> byInstant.put(entry.getKey(), entry.getValue()));
            return byInstant;
        }

        void assertAnswers(RaceHistory history, Contestants contestants) {
            for (int n = 0; n <= 17; n++) {
                assertAnswers(history, contestants, moment(n).minusMillis(1));
                assertAnswers(history, contestants, moment(n));
            }
        }

        private void assertAnswers(RaceHistory history, Contestants contestants, Instant asOf) {
            RaceView view = history.asOf(asOf);
            PlainRace plain = new PlainRace(inForce.values(), contestants, asOf);
            assertThat(view.figures().map(Book::withoutEvidence)).isEqualTo(plain.figures());
            assertGrounds(view);
            assertThat(all(view.leads(null))).isEqualTo(plain.leads());
            assertThat(all(view.records(null))).isEqualTo(plain.records());
            for (WindowSize size : WindowSize.values()) {
                assertWindows(all(view.windows(size, START, null)), new PlainWindow(plain, asOf));
            }
            plain.contestants()
                    .forEach(contestant -> assertThat(
                                    view.best(contestant).map(Entry::score).map(Math::abs))
                            .isEqualTo(plain.best(contestant, asOf).map(Math::abs)));
            assertPages(asOf, view);
        }

        /** What figures are said to rest on gives those figures. */
        private static void assertGrounds(RaceView view) {
            assertThat(view.grounds().map(RaceGrounds::figures)).isEqualTo(view.figures());
            view.grounds().ifPresent(grounds -> {
                BenchmarkFigures figures = grounds.figures();
                assertThat(Days.median(grounds.leaps().stream()
                                .map(leap -> Duration.between(
                                                leap.record().occurredAt(),
                                                leap.catcher().occurredAt())
                                        .toMillis())
                                .toList()))
                        .isEqualTo(Optional.ofNullable(figures.vorsprungDays()));
                assertThat(grounds.leaps())
                        .allSatisfy(leap -> assertThat(view.record(leap.record().occurredAt()))
                                .hasValueSatisfying(record -> assertThat(record.evidence())
                                        .containsExactly(
                                                leap.record().eventId(),
                                                leap.catcher().eventId())));
                assertThat(Objects.requireNonNull(grounds.evidence().get("contenders"))
                                .count())
                        .isEqualTo(figures.contenders());
                assertThat(grounds.lead().leader()).isEqualTo(figures.leader());
                assertThat(grounds.lead().days()).isEqualTo(figures.leadDays());
            });
        }

        private static void assertPages(Instant asOf, RaceView view) {
            Instant from = START.plus(Duration.between(START, asOf).dividedBy(2));
            assertThat(all(view.leads(from))).isEqualTo(after(all(view.leads(null)), LeadWindow::openedAt, from));
            assertThat(all(view.records(from))).isEqualTo(after(all(view.records(null)), FrontierRecord::at, from));
        }

        private static void assertWindows(List<CompetitiveWindow> windows, PlainWindow plain) {
            for (CompetitiveWindow window : windows) {
                assertThat(window).isEqualTo(plain.measure(window.from(), window.to()));
            }
        }

        private static BenchmarkFigures withoutEvidence(BenchmarkFigures figures) {
            return new BenchmarkFigures(
                    figures.benchmark(),
                    figures.higherIsBetter(),
                    figures.leader(),
                    figures.leaderModelId(),
                    figures.frontier(),
                    figures.margin(),
                    figures.marginPercent(),
                    figures.leadDays(),
                    figures.vorsprungDays(),
                    figures.contenders(),
                    figures.lastResultAt(),
                    List.of());
        }

        private static <T> List<T> after(List<T> items, Function<T, Instant> key, Instant from) {
            return items.stream()
                    .filter(item -> !key.apply(item).isBefore(from))
                    .toList();
        }

        private static <T> List<T> all(Cursor<T> cursor) {
            List<T> items = new ArrayList<>();
            try (cursor) {
                cursor.forEachRemaining(items::add);
            }
            return items;
        }
    }
}
