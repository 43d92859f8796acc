package vorsprung.processor.domain.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.fact.Release.TrainingCostBasis;

/** The design, sections 3 and 6: what a model's releases say of it, field by field. */
class ReleaseFieldsTest {

    @Test
    void opennessIsThatOfTheLastReleaseThatHasIt() {
        AModel model = new AModel()
                .open("a", "2024-01-01", false)
                .open("b", "2024-02-01", true)
                .open("c", "2024-03-01", null);

        assertThat(model.asOf("2024-01-31").openWeights()).isFalse();
        assertThat(model.asOf("2024-03-01").openWeights()).isTrue();
    }

    @Test
    void theBasisIsThatOfTheReleaseTheCostComesFrom() {
        AModel model = new AModel()
                .costing("a", "2024-01-01", 6_000_000L, TrainingCostBasis.COMPANY_CLAIM)
                .costing("b", "2024-02-01", null, TrainingCostBasis.TOTAL)
                .costing("c", "2024-03-01", 7_000_000L, null);

        assertThat(model.asOf("2024-02-01").trainingCostUsd()).isEqualTo(6_000_000);
        assertThat(model.asOf("2024-02-01").trainingCostBasis()).isEqualTo(TrainingCostBasis.COMPANY_CLAIM);
        assertThat(model.asOf("2024-03-01").trainingCostUsd()).isEqualTo(7_000_000);
        assertThat(model.asOf("2024-03-01").trainingCostBasis()).isNull();
    }

    @Test
    void everyOtherFieldIsThatOfTheLastReleaseThatHasItToo() {
        Model model = new AModel()
                .and(new Release(AModel.place("a", "2024-01-01"), "deepseek", null, null, 64_000L, 7L, null, null))
                .and(new Release(AModel.place("b", "2024-02-01"), "deepseek", null, null, 128_000L, null, null, null))
                .asOf("2024-02-01");

        assertThat(model.contextWindowTokens()).isEqualTo(128_000);
        assertThat(model.parameters()).isEqualTo(7);
        assertThat(model.trainingCostUsd()).isNull();
        assertThat(model.trainingCostBasis()).isNull();
    }

    @Test
    void aModelIsReleasedWhenItsFirstReleaseOccurs() {
        AModel model = new AModel().open("b", "2024-02-01", true).open("a", "2024-01-01", true);

        assertThat(model.asOf("2024-03-01").releasedAt()).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(model.listedAsOf("2023-12-31")).isEmpty();
    }

    @Test
    void aModelThatHasOnlyAPriceIsNotReleased() {
        assertThat(new AModel()
                        .priced("a", "2024-01-01", 1, 1)
                        .asOf("2024-01-01")
                        .releasedAt())
                .isNull();
    }

    @Test
    void companyAndNameAreThoseOfTheNewestFactThatHasThem() {
        AModel model = new AModel()
                .named("a", "2024-01-01", "deepseek", null)
                .named("b", "2024-02-01", "deepseek", "R1")
                .named("c", "2024-03-01", "deep-seek", null);

        assertThat(model.asOf("2024-01-01").model()).isEqualTo("deepseek/r1");
        assertThat(model.asOf("2024-03-01").model()).isEqualTo("R1");
        assertThat(model.asOf("2024-02-01").companyId()).isEqualTo("deepseek");
        assertThat(model.asOf("2024-03-01").companyId()).isEqualTo("deep-seek");
    }

    @Test
    void everyFieldNamesTheReleaseItComesFrom() {
        Model model = new AModel()
                .costing("first", "2024-01-01", 6L, TrainingCostBasis.TOTAL)
                .open("second", "2024-02-01", true)
                .asOf("2024-02-01");

        assertThat(model.evidence())
                .containsEntry("releasedAt", Evidence.of(List.of("first")))
                .containsEntry("openWeights", Evidence.of(List.of("second")))
                .containsEntry("trainingCostUsd", Evidence.of(List.of("first")))
                .containsEntry("trainingCostBasis", Evidence.of(List.of("first")))
                .hasSize(4);
    }
}
