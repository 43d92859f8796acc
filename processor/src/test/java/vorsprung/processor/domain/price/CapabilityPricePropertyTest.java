package vorsprung.processor.domain.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
import vorsprung.processor.domain.fact.BlendedPrice;
import vorsprung.processor.domain.price.PlainCapability.Cheapest;

/** The step function against looking the cheapest model up at every instant. */
class CapabilityPricePropertyTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> MODELS = List.of("amazon/nova", "google/gemini", "openai/gpt");

    /** What is asked for. */
    record Question(@Nullable Instant from, @Nullable Instant to, Instant asOf) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void atEveryInstantTheStepIsTheCheapestModel(
            @ForAll("models") List<CapableModel> models, @ForAll("questions") Question question) {
        PlainCapability plain = new PlainCapability(models, question.from, question.to, question.asOf);

        CapabilityPrice price = CapabilityPrice.of(models, question.from, question.to, question.asOf);

        for (Instant instant : instantsOfInterest(models, question)) {
            if (!instant.isAfter(question.asOf)) {
                assertThat(at(price, instant)).as("at %s", instant).isEqualTo(plain.at(instant));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void stepsThatMeetDifferAndNoneIsEmpty(
            @ForAll("models") List<CapableModel> models, @ForAll("questions") Question question) {
        List<CapabilityStep> steps = CapabilityPrice.of(models, question.from, question.to, question.asOf)
                .steps();

        for (int i = 0; i + 1 < steps.size(); i++) {
            CapabilityStep step = steps.get(i);
            CapabilityStep next = steps.get(i + 1);
            assertThat(step.from()).isBefore(step.to());
            assertThat(step.to()).isBeforeOrEqualTo(next.from());
            boolean meet = next.from().equals(step.to());
            boolean same =
                    step.modelId().equals(next.modelId()) && step.blended().equals(next.blended());
            assertThat(meet && same).isFalse();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theFactorIsThatOfAllMidnights(
            @ForAll("models") List<CapableModel> models, @ForAll("questions") Question question) {
        Double expected = new PlainCapability(models, question.from, question.to, question.asOf).factorPerYear();

        Double factor = CapabilityPrice.of(models, question.from, question.to, question.asOf)
                .factorPerYear();

        if (expected == null || factor == null) {
            assertThat(factor).isEqualTo(expected);
        } else {
            assertThat(Math.log(factor)).isCloseTo(Math.log(expected), offset(1e-9));
        }
    }

    @Provide
    Arbitrary<List<CapableModel>> models() {
        Arbitrary<Long> prices = Arbitraries.of(0L, 1L, 2L, 3L, 5L, 100L);
        Arbitrary<List<Quote>> quotes =
                Arbitraries.maps(instants(), prices).ofMaxSize(6).map(CapabilityPricePropertyTest::quotes);
        return Combinators.combine(instants(), quotes)
                .as((since, prized) -> new CapableModel("", since, prized))
                .list()
                .ofMaxSize(MODELS.size())
                .map(CapabilityPricePropertyTest::named);
    }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(instants().injectNull(0.5), instants().injectNull(0.5), instants())
                .as(Question::new);
    }

    /** Some midnights and other hours of two hundred days. */
    private static Arbitrary<Instant> instants() {
        return Arbitraries.integers()
                .between(0, 40)
                .map(i -> START.plus(Duration.ofHours(i % 2 == 0 ? 120L * i : 115L * i)));
    }

    private static List<Quote> quotes(Map<Instant, Long> prices) {
        SortedMap<Instant, Long> inOrder = new TreeMap<>(prices);
        List<Quote> quotes = new ArrayList<>();
        inOrder.forEach((at, price) -> quotes.add(new Quote(at, new BlendedPrice(price))));
        return quotes;
    }

    private static List<CapableModel> named(List<CapableModel> models) {
        List<CapableModel> named = new ArrayList<>();
        for (CapableModel model : models) {
            named.add(new CapableModel(MODELS.get(named.size()), model.since(), model.quotes()));
        }
        return named;
    }

    private static Optional<Cheapest> at(CapabilityPrice price, Instant instant) {
        List<Cheapest> there = price.steps().stream()
                .filter(step -> !step.from().isAfter(instant))
                .filter(step -> step.to() == null || instant.isBefore(step.to()))
                .map(step -> new Cheapest(step.blended().quarterMicroUsd(), step.modelId()))
                .toList();
        assertThat(there).hasSizeLessThanOrEqualTo(1);
        return there.stream().findFirst();
    }

    private static List<Instant> instantsOfInterest(List<CapableModel> models, Question question) {
        Stream<Instant> changes = models.stream()
                .flatMap(model -> Stream.concat(
                        Stream.of(model.since()), model.quotes().stream().map(Quote::at)));
        Stream<Instant> bounds = Stream.of(
                        Optional.ofNullable(question.from),
                        Optional.ofNullable(question.to),
                        Optional.of(question.asOf))
                .flatMap(Optional::stream);
        return Stream.concat(changes, bounds)
                .flatMap(at -> Stream.of(at.minusMillis(1), at, at.plusMillis(1)))
                .distinct()
                .toList();
    }
}
