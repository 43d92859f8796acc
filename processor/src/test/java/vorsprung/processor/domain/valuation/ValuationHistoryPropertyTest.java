package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.valuation.CompanyBook.Timelines;
import vorsprung.processor.domain.valuation.RandomCompanies.Change;

/** The steps read out of a company's book against those computed from all its facts. */
class ValuationHistoryPropertyTest {

    @Provide
    Arbitrary<List<Change>> changes() {
        return RandomCompanies.changes();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyStepIsWhatTheFactsInForceSay(@ForAll("changes") List<Change> changes) {
        CompanyBook book = new CompanyBook(Timelines.onHeap());

        List<CompanyFact> facts = RandomCompanies.apply(changes, book);

        for (CompanyFact fact : facts) {
            Instant asOf = fact.place().occurredAt();
            assertThat(all(new ValuationHistory(book, asOf))).isEqualTo(new PlainCompany(facts, asOf).steps());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void pagesOfAnySizeAddUpToTheWhole(
            @ForAll("changes") List<Change> changes, @ForAll @IntRange(min = 1, max = 4) int limit) {
        CompanyBook book = new CompanyBook(Timelines.onHeap());
        RandomCompanies.apply(changes, book);
        ValuationHistory history = new ValuationHistory(book, Instant.parse("2030-01-01T00:00:00Z"));

        List<ValuationStep> steps = new ArrayList<>();
        Optional<Place> from = Optional.of(Place.FIRST);
        while (from.isPresent()) {
            ValuationHistory.Page page = history.page(from.get(), limit);
            assertThat(page.steps()).hasSizeBetween(steps.isEmpty() ? 0 : 1, limit);
            steps.addAll(page.steps());
            from = page.next();
        }

        assertThat(steps).isEqualTo(all(history));
    }

    private static List<ValuationStep> all(ValuationHistory history) {
        List<ValuationStep> steps = new ArrayList<>();
        try (Cursor<ValuationStep> cursor = history.steps(Place.FIRST)) {
            cursor.forEachRemaining(steps::add);
        }
        return steps;
    }
}
