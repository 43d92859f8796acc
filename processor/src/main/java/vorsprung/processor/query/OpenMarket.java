package vorsprung.processor.query;

import vorsprung.processor.domain.lead.RaceHistory;
import vorsprung.processor.domain.price.ModelBook;
import vorsprung.processor.domain.valuation.Appraiser;
import vorsprung.processor.store.Books;

/** The open books of every kind of subject; one for all questions to the stores of this instance, whoever asks them. */
record OpenMarket(OpenBooks<Appraiser> companies, OpenBooks<ModelBook> models, OpenBooks<RaceHistory> races) {
    OpenMarket() {
        this(
                new OpenBooks<>((id, store) -> new Appraiser(id, Books.company(id, store))),
                new OpenBooks<>(Books::model),
                new OpenBooks<>(Books::raceHistory));
    }
}
