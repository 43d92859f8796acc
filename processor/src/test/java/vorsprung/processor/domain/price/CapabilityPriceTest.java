package vorsprung.processor.domain.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.BlendedPrice;
import vorsprung.processor.domain.fact.Dates;

/** The design, section 4: the price of a capability as a step function over time, and how fast it falls. */
class CapabilityPriceTest {

    @Test
    void itIsTheCheapestPriceInForceWithTheModelThatSetsIt() {
        assertThat(steps(
                        capable("openai/a", "2024-01-01", quote("2024-01-01", 100), quote("2024-04-01", 20)),
                        capable("google/b", "2024-02-01", quote("2024-02-01", 60), quote("2024-03-01", 80))))
                .containsExactly(
                        step("2024-01-01", "2024-02-01", "openai/a", 100),
                        step("2024-02-01", "2024-03-01", "google/b", 60),
                        step("2024-03-01", "2024-04-01", "google/b", 80),
                        step("2024-04-01", null, "openai/a", 20));
    }

    @Test
    void aModelCountsFromTheTimeItHadTheScoreOn() {
        assertThat(steps(
                        capable("openai/a", "2024-01-01", quote("2024-01-01", 100)),
                        capable("google/b", "2024-03-01", quote("2023-01-01", 70), quote("2024-02-01", 60))))
                .containsExactly(
                        step("2024-01-01", "2024-03-01", "openai/a", 100), step("2024-03-01", null, "google/b", 60));
    }

    @Test
    void ofEquallyCheapModelsTheSmallestModelIdSetsIt() {
        assertThat(steps(
                        capable("openai/a", "2024-01-01", quote("2024-01-01", 100)),
                        capable("google/b", "2024-02-01", quote("2024-02-01", 100)),
                        capable("xai/c", "2024-03-01", quote("2024-03-01", 100))))
                .containsExactly(
                        step("2024-01-01", "2024-02-01", "openai/a", 100), step("2024-02-01", null, "google/b", 100));
    }

    @Test
    void aPriceOfZeroIsNoPriceOfTheCapability() {
        assertThat(steps(
                        capable("meta/free", "2023-01-01", quote("2023-01-01", 0)),
                        capable("openai/a", "2024-01-01", quote("2024-01-01", 100))))
                .containsExactly(step("2024-01-01", null, "openai/a", 100));
    }

    @Test
    void whileNoPriceIsAboveZeroThereIsNoStep() {
        assertThat(steps(capable(
                        "openai/a",
                        "2024-01-01",
                        quote("2024-01-01", 100),
                        quote("2024-02-01", 0),
                        quote("2024-03-01", 100))))
                .containsExactly(
                        step("2024-01-01", "2024-02-01", "openai/a", 100), step("2024-03-01", null, "openai/a", 100));
    }

    @Test
    void whatChangesNothingStartsNoStep() {
        assertThat(steps(
                        capable("openai/a", "2024-01-01", quote("2024-01-01", 100), quote("2024-02-01", 100)),
                        capable("google/b", "2024-03-01", quote("2024-03-01", 500))))
                .containsExactly(step("2024-01-01", null, "openai/a", 100));
    }

    @Test
    void whatOccursAfterAsOfDoesNotCount() {
        CapableModel model = capable("openai/a", "2024-01-01", quote("2024-01-01", 100), quote("2024-06-01", 1));
        CapableModel later = capable("google/b", "2024-05-01", quote("2024-01-01", 50));

        assertThat(CapabilityPrice.of(List.of(model, later), null, null, Dates.end("2024-04-30"))
                        .steps())
                .containsExactly(step("2024-01-01", null, "openai/a", 100));
    }

    @Test
    void fromClipsTheFirstStepAndToIsExclusive() {
        List<CapableModel> models = List.of(capable(
                "openai/a", "2024-01-01", quote("2024-01-01", 100), quote("2024-02-01", 50), quote("2024-03-01", 20)));

        assertThat(clipped(models, "2024-01-10", "2024-03-01"))
                .containsExactly(
                        step("2024-01-10", "2024-02-01", "openai/a", 100),
                        step("2024-02-01", "2024-03-01", "openai/a", 50));
        assertThat(clipped(models, "2024-02-01", "2024-02-20"))
                .containsExactly(step("2024-02-01", "2024-02-20", "openai/a", 50));
        assertThat(clipped(models, "2024-04-01", null)).containsExactly(step("2024-04-01", null, "openai/a", 20));
        assertThat(clipped(models, null, "2024-01-01")).isEmpty();
    }

    @Test
    void aToAfterAsOfLeavesTheLastStepLasting() {
        List<CapableModel> models = List.of(capable("openai/a", "2024-01-01", quote("2024-01-01", 100)));

        assertThat(clipped(models, null, "2031-01-01")).containsExactly(step("2024-01-01", null, "openai/a", 100));
    }

    @Test
    void aFromAfterAsOfLeavesNothing() {
        List<CapableModel> models = List.of(capable("openai/a", "2024-01-01", quote("2024-01-01", 100)));

        assertThat(clipped(models, "2030-02-01", null)).isEmpty();
    }

    @Test
    void aPriceThatFallsTenfoldAYearHasTheFactorTen() {
        List<Quote> quotes = new ArrayList<>();
        for (int day = 0; day < 200; day++) {
            long price = Math.round(1e15 * Math.pow(10, -day / 365.25));
            quotes.add(new Quote(Dates.start("2024-01-01").plus(Duration.ofDays(day)), new BlendedPrice(price)));
        }
        CapableModel model = new CapableModel("openai/a", Dates.start("2024-01-01"), quotes);

        assertThat(CapabilityPrice.of(List.of(model), null, null, Dates.start("2024-07-18"))
                        .factorPerYear())
                .isCloseTo(10.0, within(1e-6));
    }

    @Test
    void theFactorIsThatOfLeastSquaresOverTheMidnights() {
        CapableModel falling = capable("openai/a", "2024-01-01", quote("2024-01-01", 100), quote("2024-02-20", 50));
        CapableModel rising = capable("openai/a", "2024-01-01", quote("2024-01-01", 50), quote("2024-02-20", 100));

        assertThat(factor(falling, "2024-04-09")).isCloseTo(44.610083, within(1e-6));
        assertThat(factor(rising, "2024-04-09")).isCloseTo(1 / 44.610083, within(1e-9));
    }

    @Test
    void aPriceThatStaysHasTheFactorOne() {
        assertThat(factor(capable("openai/a", "2024-01-01", quote("2024-01-01", 100)), "2034-01-01"))
                .isEqualTo(1.0);
    }

    @Test
    void underNinetyDaysThereIsNoFactor() {
        CapableModel model = capable("openai/a", "2024-01-01", quote("2024-01-01", 100));

        assertThat(factor(model, "2024-03-30")).isNull();
        assertThat(factor(model, "2024-03-31T00:00:00Z")).isEqualTo(1.0);
        assertThat(CapabilityPrice.of(
                                List.of(model),
                                Dates.start("2024-05-01"),
                                Dates.start("2024-07-29"),
                                Dates.end("2025-01-01"))
                        .factorPerYear())
                .isNull();
    }

    @Test
    void aCapabilityThatNobodyHasCostsNothing() {
        assertThat(CapabilityPrice.of(List.of(), null, null, Dates.end("2024-01-01")))
                .isEqualTo(new CapabilityPrice(List.of(), null));
    }

    private static List<CapabilityStep> steps(CapableModel... models) {
        return clipped(List.of(models), null, null);
    }

    private static List<CapabilityStep> clipped(List<CapableModel> models, @Nullable String from, @Nullable String to) {
        Instant start = from == null ? null : Dates.start(from);
        Instant end = to == null ? null : Dates.start(to);
        return CapabilityPrice.of(models, start, end, Dates.end("2030-01-01")).steps();
    }

    private static @Nullable Double factor(CapableModel model, String asOf) {
        return CapabilityPrice.of(List.of(model), null, null, Dates.end(asOf)).factorPerYear();
    }

    private static CapableModel capable(String modelId, String since, Quote... quotes) {
        return new CapableModel(modelId, Dates.start(since), List.of(quotes));
    }

    private static Quote quote(String at, long quarterMicroUsd) {
        return new Quote(Dates.start(at), new BlendedPrice(quarterMicroUsd));
    }

    private static CapabilityStep step(String from, @Nullable String to, String modelId, long quarterMicroUsd) {
        return new CapabilityStep(
                Dates.start(from), to == null ? null : Dates.start(to), modelId, new BlendedPrice(quarterMicroUsd));
    }
}
