package vorsprung.processor.domain.price;

import java.time.Instant;
import java.util.List;

/**
 * A model that reached a score, with what it cost.
 *
 * @param modelId the model
 * @param since valid time from which it had at least that score
 * @param quotes its prices in order of time, also those before {@code since}; of several at one time the last counts
 */
public record CapableModel(String modelId, Instant since, List<Quote> quotes) {

    public CapableModel {
        quotes = List.copyOf(quotes);
    }
}
