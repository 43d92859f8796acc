package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.Optional;

/**
 * What a company's book no longer says as it did, so that nothing else need be judged again.
 *
 * @param from the first valid time at which anything changed
 * @param valuations where a valuation, or the one before it, may be another one
 * @param runways where cash or burn may be another one
 */
public record BookChange(Instant from, Optional<Stretch> valuations, Optional<Stretch> runways) {

    /**
     * A stretch of valid time.
     *
     * @param from inclusive
     * @param to inclusive
     */
    public record Stretch(Instant from, Instant to) {}
}
