package vorsprung.processor.topology;

import vorsprung.processor.domain.valuation.CompanyBook;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.WritableStore;

/** Keeps the books of companies. */
final class CompanyDesk implements Desk {

    @Override
    public void change(String subject, Outcome outcome, WritableStore timelines) {
        CompanyBook book = Books.company(subject, timelines);
        book.change(outcome.before().map(MarketFacts::company), outcome.after().map(MarketFacts::company));
    }
}
