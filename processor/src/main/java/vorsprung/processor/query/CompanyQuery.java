package vorsprung.processor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.valuation.Appraiser;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.domain.valuation.CompanyBook;
import vorsprung.processor.domain.valuation.ValuationHistory;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType.Subject;

/** Questions about companies. */
public final class CompanyQuery {
    private final MarketStores stores;
    private final Shelf<Appraiser> books;

    CompanyQuery(MarketStores stores, Replays replays, OpenBooks<Appraiser> open) {
        this.stores = stores;
        this.books = new Shelf<>(Subject.COMPANY, stores, replays, open, CompanyQuery::write);
    }

    /**
     * What is said of a company's lead.
     *
     * @param companyId whose lead it is
     */
    public record ClaimedLead(String companyId, Claim claim) {

        /** The fact that it is. */
        public List<String> eventIds() {
            return List.of(claim.place().eventId());
        }
    }

    /** The figures of a company; empty when none of its facts is in force. */
    public Optional<Company> company(String companyId, Question question) {
        return books.ask(companyId, question, company -> company.company(question.asOf()))
                .flatMap(company -> company);
    }

    /** The figures of every company that has a funding, usage or financial fact in force, in no order. */
    public List<Company> companies(Question question) {
        return books.askAll(question, (id, company) -> company.company(question.asOf()));
    }

    /** The valuation steps of a company from a place on, at most so many; empty when it was never reported on. */
    public Optional<ValuationHistory.Page> history(String companyId, Question question, Place from, int limit) {
        return books.ask(companyId, question, company -> history(company.book(), question.asOf(), from, limit))
                .flatMap(page -> page);
    }

    private static Optional<ValuationHistory.Page> history(CompanyBook book, Instant asOf, Place from, int limit) {
        return book.isListed(asOf) ? Optional.of(new ValuationHistory(book, asOf).page(from, limit)) : Optional.empty();
    }

    /** What is claimed of every company's lead, in the order of the claims' places. */
    public List<ClaimedLead> claims(Question question) {
        List<ClaimedLead> claims = new ArrayList<>();
        stores.gather(Stores.TIMELINES_BY_COMPANY, shard -> shard.read(Timelines.CLAIMED::subjects)).stream()
                .flatMap(List::stream)
                .forEach(id -> claims.addAll(claims(id, question)));
        claims.sort(Comparator.comparing(claimed -> claimed.claim().place()));
        return claims;
    }

    private List<ClaimedLead> claims(String companyId, Question question) {
        return books.ask(companyId, question, company -> {
                    List<ClaimedLead> claims = new ArrayList<>();
                    try (Cursor<Entry<Place, Claim>> cursor = company.book().claims(question.asOf())) {
                        cursor.forEachRemaining(entry -> claims.add(new ClaimedLead(companyId, entry.getValue())));
                    }
                    return claims;
                })
                .orElse(List.of());
    }

    private static Appraiser write(String companyId, List<Fact> facts) {
        CompanyBook book = new CompanyBook(CompanyBook.Timelines.onHeap());
        facts.forEach(fact -> book.change(Optional.empty(), Optional.of(MarketFacts.company(fact))));
        return new Appraiser(companyId, book);
    }
}
