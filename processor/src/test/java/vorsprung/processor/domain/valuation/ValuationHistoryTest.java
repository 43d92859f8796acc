package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vorsprung.processor.domain.valuation.RoundBuilder.aRound;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;

/** The design, section 6: the valuation steps of a company, each with its evidence. */
class ValuationHistoryTest {
    private final ACompany company = ACompany.with(
            aRound("a", "2022-01-01").raising(10).at(100),
            aRound("b", "2022-06-01").raising(5),
            aRound("c", "2023-01-01").raising(20).at(250),
            aRound("talk", "2023-02-01").rumored().at(900),
            aRound("d", "2024-01-01").announced().raising(40).at(200),
            aRound("paid", "2024-02-01").raising(15).at(999).paying("d"));

    @Test
    void everyRoundWithAValuationIsAStep() {
        assertThat(history("2025-01-01").page(Place.FIRST, 10).steps())
                .containsExactly(
                        new ValuationStep(ACompany.place("a", "2022-01-01"), 100, 10, null),
                        new ValuationStep(ACompany.place("c", "2023-01-01"), 250, 35, 2.5),
                        new ValuationStep(ACompany.place("d", "2024-01-01"), 200, 35, 0.8));
    }

    @Test
    void itEndsWithAsOf() {
        assertThat(history("2022-12-31").page(Place.FIRST, 10))
                .isEqualTo(new ValuationHistory.Page(
                        List.of(new ValuationStep(ACompany.place("a", "2022-01-01"), 100, 10, null)),
                        Optional.empty()));
    }

    @Test
    void aPageNamesTheStepThatTheNextOneStartsWith() {
        ValuationHistory.Page first = history("2025-01-01").page(Place.FIRST, 2);
        ValuationHistory.Page second = history("2025-01-01").page(first.next().orElseThrow(), 2);

        assertThat(first.steps()).hasSize(2);
        assertThat(first.next()).contains(ACompany.place("d", "2024-01-01"));
        assertThat(second.steps()).containsExactly(new ValuationStep(ACompany.place("d", "2024-01-01"), 200, 35, 0.8));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aTrancheDatedBeforeItsRoundIsAStepUntilThatOccurs() {
        ACompany early = ACompany.with(
                aRound("a", "2024-01-01").raising(1).at(100),
                aRound("tranche", "2024-02-01").raising(2).at(150).paying("round"),
                aRound("b", "2024-03-01").raising(4).at(300),
                aRound("round", "2024-04-01").announced().raising(9).at(600));

        assertThat(new ValuationHistory(early.book(), Dates.end("2024-03-31"))
                        .page(Place.FIRST, 10)
                        .steps())
                .containsExactly(
                        new ValuationStep(ACompany.place("a", "2024-01-01"), 100, 1, null),
                        new ValuationStep(ACompany.place("tranche", "2024-02-01"), 150, 3, 1.5),
                        new ValuationStep(ACompany.place("b", "2024-03-01"), 300, 7, 2.0));
        assertThat(new ValuationHistory(early.book(), Dates.end("2024-04-01"))
                        .page(Place.FIRST, 10)
                        .steps())
                .containsExactly(
                        new ValuationStep(ACompany.place("a", "2024-01-01"), 100, 1, null),
                        new ValuationStep(ACompany.place("b", "2024-03-01"), 300, 7, 3.0),
                        new ValuationStep(ACompany.place("round", "2024-04-01"), 600, 7, 2.0));
    }

    @Test
    void theStreamOfStepsEnds() {
        try (Cursor<ValuationStep> steps = history("2022-01-01").steps(Place.FIRST)) {
            assertThat(steps.next().place().eventId()).isEqualTo("a");
            assertThat(steps.hasNext()).isFalse();
            assertThatThrownBy(steps::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    private ValuationHistory history(String asOf) {
        return new ValuationHistory(company.book(), Dates.end(asOf));
    }
}
