package vorsprung.processor.query;

import java.util.List;
import java.util.Optional;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.price.Datasheet;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.domain.price.ModelBook;
import vorsprung.processor.domain.price.PriceHistory;
import vorsprung.processor.domain.price.Quote;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.MarketFacts;
import vorsprung.topic.EventType.Subject;

/** Questions about models. */
public final class ModelQuery {
    private final Shelf<ModelBook> books;

    ModelQuery(MarketStores stores, Replays replays, OpenBooks<ModelBook> open) {
        this.books = new Shelf<>(Subject.MODEL, stores, replays, open, (id, facts) -> write(facts));
    }

    /** The release and prices of a model; empty when none of its facts is in force. */
    public Optional<Model> model(String modelId, Question question) {
        return books.ask(modelId, question, book -> new Datasheet(modelId, book, question.asOf()).model())
                .flatMap(model -> model);
    }

    /** The release and prices of every model that has one in force, in no order. */
    public List<Model> models(Question question) {
        return books.askAll(question, (id, book) -> new Datasheet(id, book, question.asOf()).model());
    }

    /** The price steps of a model from a place on, at most so many; empty when it was never reported on. */
    public Optional<PriceHistory.Page> prices(String modelId, Question question, Place from, int limit) {
        return books.ask(modelId, question, book -> new PriceHistory(book, question.asOf()).page(from, limit));
    }

    /** Every blended price that a model had. */
    List<Quote> quotes(String modelId, Question question) {
        return books.ask(modelId, question, book -> new PriceHistory(book, question.asOf()).quotes())
                .orElse(List.of());
    }

    /** Whether the weights of a model are open, by its last release in force that says so; empty when unknown. */
    Optional<Boolean> openWeights(String modelId, Question question) {
        return books.ask(modelId, question, book -> book.lastReleaseWith(Release::openWeights, question.asOf()))
                .flatMap(release -> release)
                .map(Release::openWeights);
    }

    /** The last release in force of a model that has a training cost. */
    public Optional<Release> costed(String modelId, Question question) {
        return books.ask(modelId, question, book -> book.lastReleaseWith(Release::trainingCostUsd, question.asOf()))
                .flatMap(release -> release);
    }

    private static ModelBook write(List<Fact> facts) {
        ModelBook book = new ModelBook(ModelBook.Timelines.onHeap());
        facts.forEach(fact -> book.change(Optional.empty(), Optional.of(MarketFacts.model(fact))));
        return book;
    }
}
