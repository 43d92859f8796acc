package vorsprung.processor.domain.price;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.domain.price.AModel.price;

import java.util.List;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;

/** The design, section 4: the price of a model now, how often it was cut and raised, how far it came. */
class PriceFiguresTest {

    @Test
    void thePriceInForceIsTheLastChange() {
        AModel model = new AModel().priced("a", "2024-01-01", 10, 30).priced("b", "2024-06-01", 5, 15);

        assertThat(model.listedAsOf("2023-12-31")).isEmpty();
        assertThat(model.asOf("2024-05-31").price()).isEqualTo(price("a", "2024-01-01", 10, 30));
        assertThat(model.asOf("2024-06-01").price()).isEqualTo(price("b", "2024-06-01", 5, 15));
    }

    @Test
    void aModelWithoutAPriceHasNone() {
        Model model = new AModel().open("a", "2024-01-01", true).asOf("2024-01-01");

        assertThat(model.price()).isNull();
        assertThat(model.priceCuts()).isZero();
        assertThat(model.changePercent()).isNull();
    }

    @Test
    void cutsAndRisesAreCounted() {
        Model model = new AModel()
                .priced("a", "2024-01-01", 10, 10)
                .priced("b", "2024-02-01", 8, 8)
                .priced("c", "2024-03-01", 9, 9)
                .priced("d", "2024-04-01", 9, 9)
                .priced("e", "2024-05-01", 1, 1)
                .asOf("2024-06-01");

        assertThat(model.priceCuts()).isEqualTo(2);
        assertThat(model.priceRises()).isEqualTo(1);
    }

    @Test
    void theyAreCountedInTheBlendedPrice() {
        AModel model = new AModel()
                .priced("a", "2024-01-01", 10, 10)
                .priced("b", "2024-02-01", 9, 13)
                .priced("c", "2024-03-01", 9, 12);

        assertThat(model.asOf("2024-02-01").priceCuts()).isZero();
        assertThat(model.asOf("2024-02-01").priceRises()).isZero();
        assertThat(model.asOf("2024-03-01").priceCuts()).isEqualTo(1);
    }

    @Test
    void ofSeveralPricesAtOneTimeOnlyTheLastCountsAsAStepAndAsACut() {
        Price earlierKnown = price("z", "2024-02-01", 5, 5);
        Price laterKnown = new Price(
                new Place(Dates.start("2024-02-01"), Dates.start("2024-02-02"), "b"), "deepseek", null, 20, 20, null);
        AModel model =
                new AModel().priced("a", "2024-01-01", 10, 10).and(laterKnown).and(earlierKnown);

        assertThat(model.asOf("2024-02-01").price()).isEqualTo(laterKnown);
        assertThat(model.asOf("2024-02-01").priceCuts()).isZero();
        assertThat(model.asOf("2024-02-01").priceRises()).isEqualTo(1);

        model.without(laterKnown);

        assertThat(model.asOf("2024-02-01").price()).isEqualTo(earlierKnown);
        assertThat(model.asOf("2024-02-01").priceCuts()).isEqualTo(1);
        assertThat(model.asOf("2024-02-01").priceRises()).isZero();
    }

    @Test
    void aLatePriceInBetweenChangesBothNeighbours() {
        AModel model = new AModel().priced("a", "2024-01-01", 10, 10).priced("c", "2024-03-01", 20, 20);
        assertThat(model.asOf("2024-03-01").priceRises()).isEqualTo(1);

        model.priced("b", "2024-02-01", 30, 30);

        assertThat(model.asOf("2024-03-01").priceRises()).isEqualTo(1);
        assertThat(model.asOf("2024-03-01").priceCuts()).isEqualTo(1);
        assertThat(model.asOf("2024-02-01").priceCuts()).isZero();
    }

    @Test
    void changePercentIsSinceTheFirstPriceInBlended() {
        AModel model = new AModel()
                .priced("a", "2024-01-01", 10, 30)
                .priced("b", "2024-02-01", 90, 90)
                .priced("c", "2024-03-01", 4, 0);

        assertThat(model.asOf("2024-01-01").changePercent()).isEqualTo(0.0);
        assertThat(model.asOf("2024-02-01").changePercent()).isEqualTo(500.0);
        assertThat(model.asOf("2024-03-01").changePercent()).isEqualTo(-80.0);
    }

    @Test
    void sinceAFirstPriceOfZeroThereIsNoChangePercent() {
        Model model = new AModel()
                .priced("a", "2024-01-01", 0, 0)
                .priced("b", "2024-02-01", 4, 4)
                .asOf("2024-02-01");

        assertThat(model.changePercent()).isNull();
        assertThat(model.priceRises()).isEqualTo(1);
    }

    @Test
    void theFiguresNameTheirEvidence() {
        Model model = new AModel()
                .priced("first", "2024-01-01", 10, 10)
                .priced("cut", "2024-02-01", 8, 8)
                .priced("same", "2024-03-01", 8, 8)
                .priced("rise", "2024-04-01", 9, 9)
                .asOf("2024-06-01");

        assertThat(model.evidence())
                .containsEntry("price", Evidence.of(List.of("rise")))
                .containsEntry("priceCuts", Evidence.of(List.of("cut")))
                .containsEntry("priceRises", Evidence.of(List.of("rise")))
                .containsEntry("changePercent", Evidence.of(List.of("first", "rise")))
                .hasSize(4);
    }
}
