package vorsprung.processor.domain.valuation;

import java.time.Instant;

/**
 * A tranche dated before the round that it pays part of: until that round is in force, it is a round of its own.
 *
 * @param own what it amounts to while it is a round of its own
 * @param until valid time at which its round is in force, exclusive
 */
public record EarlyTranche(RoundSummary own, Instant until) {}
