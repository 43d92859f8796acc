package vorsprung.processor.domain.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vorsprung.processor.domain.price.AModel.place;
import static vorsprung.processor.domain.price.AModel.price;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.BlendedPrice;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;

/** The design, section 6: the price steps of a model. */
class PriceHistoryTest {
    private final AModel model = new AModel()
            .priced("a", "2024-01-01", 10, 30)
            .priced("b", "2024-02-01", 8, 8)
            .priced("c", "2024-02-01", 5, 15)
            .priced("d", "2024-03-01", 4, 4);

    @Test
    void aStepLastsUntilTheNext() {
        assertThat(model.history("2024-06-01").page(Place.FIRST, 10).steps())
                .containsExactly(
                        new PriceStep(price("a", "2024-01-01", 10, 30), Dates.start("2024-02-01")),
                        new PriceStep(price("c", "2024-02-01", 5, 15), Dates.start("2024-03-01")),
                        new PriceStep(price("d", "2024-03-01", 4, 4), null));
    }

    @Test
    void theStepInForceAsOfThenHasNoEnd() {
        assertThat(model.history("2024-01-31").page(Place.FIRST, 10).steps())
                .containsExactly(new PriceStep(price("a", "2024-01-01", 10, 30), null));
    }

    @Test
    void aPageNamesTheStepThatTheNextOneStartsWith() {
        PriceHistory.Page first = model.history("2024-06-01").page(Place.FIRST, 2);
        PriceHistory.Page second = model.history("2024-06-01").page(first.next().orElseThrow(), 2);

        assertThat(first.steps()).hasSize(2);
        assertThat(first.next()).contains(place("d", "2024-03-01"));
        assertThat(second.steps()).containsExactly(new PriceStep(price("d", "2024-03-01", 4, 4), null));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void theQuotesAreTheBlendedPricesOfTheSteps() {
        assertThat(model.history("2024-02-29").quotes())
                .containsExactly(
                        new Quote(Dates.start("2024-01-01"), BlendedPrice.of(10, 30)),
                        new Quote(Dates.start("2024-02-01"), BlendedPrice.of(5, 15)));
    }

    @Test
    void theStreamOfStepsEnds() {
        try (Cursor<PriceStep> steps = model.history("2024-01-01").steps(Place.FIRST)) {
            assertThat(steps.next().from()).isEqualTo("2024-01-01T00:00:00Z");
            assertThat(steps.hasNext()).isFalse();
            assertThatThrownBy(steps::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
