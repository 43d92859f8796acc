package vorsprung.processor.domain.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.ModelFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.fact.Release.TrainingCostBasis;
import vorsprung.processor.domain.price.ModelBook.Timelines;

/** The figures out of a model's book against those computed from all its facts. */
class ModelBookPropertyTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** A fact as it now is; or, when it goes, the one of its type and eventId is no longer in force. */
    record Change(ModelFact fact, boolean stays) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyFigureAsOfEveryInstantIsWhatTheFactsInForceSay(@ForAll("changes") List<Change> changes) {
        ModelBook book = new ModelBook(Timelines.onHeap());

        List<ModelFact> facts = apply(changes, book);

        for (Instant asOf : instantsOfInterest(facts)) {
            PlainModel plain = new PlainModel(facts, asOf);
            assertThat(new Datasheet("openai/a", book, asOf).model().map(ModelBookPropertyTest::withoutEvidence))
                    .as("as of %s", asOf)
                    .isEqualTo(plain.figures("openai/a"));
            assertThat(new PriceHistory(book, asOf).page(Place.FIRST, 100).steps())
                    .isEqualTo(plain.steps());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void pagesOfOneAddUpToTheWhole(@ForAll("changes") List<Change> changes) {
        ModelBook book = new ModelBook(Timelines.onHeap());
        List<ModelFact> facts = apply(changes, book);
        Instant asOf = START.plusSeconds(86_400);

        List<PriceStep> steps = new ArrayList<>();
        Optional<Place> from = Optional.of(Place.FIRST);
        while (from.isPresent()) {
            PriceHistory.Page page = new PriceHistory(book, asOf).page(from.get(), 1);
            steps.addAll(page.steps());
            from = page.next();
        }

        assertThat(steps).isEqualTo(new PlainModel(facts, asOf).steps());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theTimelinesDependOnTheFactsAndNotOnHowTheyCame(@ForAll("changes") List<Change> changes) {
        Timelines one = Timelines.onHeap();
        Timelines other = Timelines.onHeap();
        List<ModelFact> facts = apply(changes, new ModelBook(one));

        ModelBook inOrder = new ModelBook(other);
        facts.forEach(fact -> inOrder.change(Optional.empty(), Optional.of(fact)));

        assertThat(one).usingRecursiveComparison().isEqualTo(other);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<ModelFact> facts = Arbitraries.oneOf(prices(), prices(), releases());
        Arbitrary<Boolean> stays = Arbitraries.of(true, true, true, false);
        return Combinators.combine(facts, stays).as(Change::new).list().ofMaxSize(30);
    }

    private static Arbitrary<ModelFact> prices() {
        Arbitrary<Long> microUsd = Arbitraries.of(0L, 1L, 2L, 3L, 4L, 10L);
        return Combinators.combine(places(), companies(), names(), microUsd, microUsd, numbers())
                .as(Price::new);
    }

    private static Arbitrary<ModelFact> releases() {
        return Combinators.combine(
                        places(),
                        companies(),
                        names(),
                        Arbitraries.of(true, false).injectNull(0.3),
                        numbers(),
                        numbers(),
                        numbers(),
                        Arbitraries.of(TrainingCostBasis.class).injectNull(0.3))
                .as(Release::new);
    }

    private static Arbitrary<Place> places() {
        Arbitrary<Instant> instants = Arbitraries.integers().between(0, 6).map(START::plusMillis);
        return Combinators.combine(instants, instants, Arbitraries.of(IDS)).as(Place::new);
    }

    private static Arbitrary<String> companies() {
        return Arbitraries.of("openai", "open-ai");
    }

    private static Arbitrary<@Nullable String> names() {
        return Arbitraries.of("GPT", "gpt").injectNull(0.5);
    }

    private static Arbitrary<@Nullable Long> numbers() {
        return Arbitraries.of(1L, 2L, 3L).injectNull(0.4);
    }

    private static List<ModelFact> apply(List<Change> changes, ModelBook book) {
        Map<String, ModelFact> inForce = new TreeMap<>();
        for (Change change : changes) {
            String id = change.fact.getClass() + change.fact.place().eventId();
            Optional<ModelFact> before = Optional.ofNullable(inForce.remove(id));
            if (change.stays) {
                inForce.put(id, change.fact);
            }
            book.change(before, Optional.ofNullable(inForce.get(id)));
        }
        return List.copyOf(inForce.values());
    }

    private static List<Instant> instantsOfInterest(List<ModelFact> facts) {
        return facts.stream()
                .map(fact -> fact.place().occurredAt())
                .flatMap(at -> Stream.of(at.minusMillis(1), at, at.plusMillis(1)))
                .distinct()
                .toList();
    }

    private static Model withoutEvidence(Model model) {
        return new Model(
                model.modelId(),
                model.companyId(),
                model.model(),
                model.releasedAt(),
                model.openWeights(),
                model.contextWindowTokens(),
                model.parameters(),
                model.trainingCostUsd(),
                model.trainingCostBasis(),
                model.price(),
                model.priceCuts(),
                model.priceRises(),
                model.changePercent(),
                Map.of());
    }
}
