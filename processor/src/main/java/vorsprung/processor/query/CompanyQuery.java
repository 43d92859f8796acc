package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vorsprung.processor.domain.valuation.Appraisal;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.domain.valuation.CompanyBook;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.ReadOnly;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType.Subject;

/** Questions about companies. */
public final class CompanyQuery {
    private final LocalStores stores;
    private final Replays replays;

    public CompanyQuery(LocalStores stores, Replays replays) {
        this.stores = stores;
        this.replays = replays;
    }

    /** The figures of a company; empty when none of its facts is in force. */
    public Optional<Company> company(String companyId, Question question) {
        return ask(companyId, question, book -> new Appraisal(companyId, book, question.asOf()).company())
                .flatMap(company -> company);
    }

    /** The figures of every company on this instance that has a fact in force, in no order. */
    public List<Company> companies(Question question) {
        List<Company> companies = new ArrayList<>();
        for (int partition = 0; partition < stores.partitions(); partition++) {
            List<String> subjects =
                    stores.read(Stores.TIMELINES_BY_COMPANY, partition, store -> Timelines.SUBJECTS.subjects(store));
            subjects.forEach(id -> company(id, question).ifPresent(companies::add));
        }
        return companies;
    }

    /** What the reader makes of the company's book, as known when the question says; empty when never reported on. */
    public <T> Optional<T> ask(String companyId, Question question, Function<CompanyBook, T> reader) {
        int partition = stores.partitionOf(companyId);
        return stores.read(Stores.TIMELINES_BY_COMPANY, partition, store -> read(companyId, question, store, reader));
    }

    private <T> Optional<T> read(
            String companyId, Question question, ReadableStore store, Function<CompanyBook, T> reader) {
        Optional<vorsprung.processor.report.Subject> subject = Replays.subject(companyId, store);
        return subject.map(known -> question.isAnsweredBy(known)
                ? reader.apply(Books.company(companyId, new ReadOnly(store)))
                : reader.apply(replayed(companyId, question, known)));
    }

    private CompanyBook replayed(String companyId, Question question, vorsprung.processor.report.Subject subject) {
        CompanyBook book = new CompanyBook(CompanyBook.Timelines.onHeap());
        replays.facts(Subject.COMPANY, companyId, subject, question)
                .forEach(fact -> book.change(Optional.empty(), Optional.of(MarketFacts.company(fact))));
        return book;
    }
}
