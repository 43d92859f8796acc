package vorsprung.processor.topology;

import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.report.Outcome;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.WritableStore;

/** Keeps the books of models: releases and prices. */
final class ModelDesk implements Desk {

    @Override
    public void change(String subject, Outcome outcome, WritableStore timelines) {
        Books.model(subject, timelines)
                .change(
                        outcome.before().map(MarketFacts::model),
                        outcome.after().map(MarketFacts::model));
    }
}
