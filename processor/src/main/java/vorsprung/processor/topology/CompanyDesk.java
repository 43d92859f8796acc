package vorsprung.processor.topology;

import vorsprung.processor.domain.valuation.CompanyBook;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.report.Only;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.Noted;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.store.WritableStore;
import vorsprung.topic.EventType;

/** Keeps the books of companies. */
final class CompanyDesk implements Desk {

    @Override
    public void change(String subject, Outcome outcome, WritableStore timelines) {
        CompanyBook book = Books.company(subject, timelines);
        book.change(outcome.before().map(MarketFacts::company), outcome.after().map(MarketFacts::company));
        boolean isClaim = outcome.after()
                .filter(fact -> fact.type() == EventType.LEAD_CLAIM)
                .isPresent();
        if (isClaim) {
            Timelines.CLAIMED.of(subject, timelines).put(Only.ENTRY, new Noted());
        }
    }
}
