package vorsprung.processor.domain.price;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.ModelFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.fact.Release.TrainingCostBasis;
import vorsprung.processor.domain.price.ModelBook.Timelines;

/** A model of which a test says what is in force, and asks for the figures. Prices are micro-dollars. */
final class AModel {
    private final ModelBook book = new ModelBook(Timelines.onHeap());

    AModel and(ModelFact fact) {
        book.change(Optional.empty(), Optional.of(fact));
        return this;
    }

    AModel without(ModelFact fact) {
        book.change(Optional.of(fact), Optional.empty());
        return this;
    }

    AModel priced(String eventId, String date, long input, long output) {
        return and(price(eventId, date, input, output));
    }

    AModel open(String eventId, String date, @Nullable Boolean openWeights) {
        return and(new Release(place(eventId, date), "deepseek", null, openWeights, null, null, null, null));
    }

    AModel costing(String eventId, String date, @Nullable Long usd, @Nullable TrainingCostBasis basis) {
        return and(new Release(place(eventId, date), "deepseek", null, null, null, null, usd, basis));
    }

    AModel named(String eventId, String date, String companyId, @Nullable String name) {
        return and(new Release(place(eventId, date), companyId, name, null, null, null, null, null));
    }

    ModelBook book() {
        return book;
    }

    Optional<Model> listedAsOf(String date) {
        return new Datasheet("deepseek/r1", book, Dates.end(date)).model();
    }

    Model asOf(String date) {
        return listedAsOf(date).orElseThrow();
    }

    PriceHistory history(String date) {
        return new PriceHistory(book, Dates.end(date));
    }

    static Price price(String eventId, String date, long input, long output) {
        return new Price(place(eventId, date), "deepseek", null, input, output, null);
    }

    static Place place(String eventId, String date) {
        return new Place(Dates.start(date), Dates.start(date), eventId);
    }
}
