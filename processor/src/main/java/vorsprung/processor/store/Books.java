package vorsprung.processor.store;

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
}
