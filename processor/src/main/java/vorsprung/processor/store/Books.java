package vorsprung.processor.store;

import vorsprung.processor.domain.lead.RaceBook;
import vorsprung.processor.domain.lead.RaceHistory;
import vorsprung.processor.domain.price.ModelBook;
import vorsprung.processor.domain.valuation.CompanyBook;

/** Opens the books of a subject in a store. */
public final class Books {
    private Books() {}

    /** The book of a company. */
    public static CompanyBook company(String companyId, WritableStore store) {
        return new CompanyBook(new CompanyBook.Timelines(
                Timelines.COMPANY_FACTS.of(companyId, store),
                Timelines.ROUND_GROUPS.of(companyId, store),
                Timelines.ROUND_SUMS.of(companyId, store),
                Timelines.EARLY_TRANCHES.of(companyId, store),
                Timelines.TALKS.of(companyId, store),
                Timelines.READINGS.of(companyId, store),
                Timelines.CLAIMS.of(companyId, store)));
    }

    /** The race of a benchmark, to be kept. */
    public static RaceBook race(String benchmarkId, WritableStore store) {
        return new RaceBook(
                Timelines.RESULTS.of(benchmarkId, store),
                Timelines.STANDINGS.of(benchmarkId, store),
                Timelines.BESTS.of(benchmarkId, store));
    }

    /** The race of a benchmark, to be asked. */
    public static RaceHistory raceHistory(String benchmarkId, ReadableStore store) {
        return new RaceHistory(
                Timelines.RESULTS.of(benchmarkId, store),
                Timelines.STANDINGS.of(benchmarkId, store),
                Timelines.BESTS.of(benchmarkId, store));
    }

    /** The book of a model. */
    public static ModelBook model(String modelId, WritableStore store) {
        return new ModelBook(new ModelBook.Timelines(
                Timelines.RELEASES.of(modelId, store),
                Timelines.PRICES.of(modelId, store),
                Timelines.PRICE_SUMS.of(modelId, store)));
    }
}
