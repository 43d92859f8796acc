package vorsprung.processor.domain.lead;

import java.time.Instant;

/**
 * The leader's earliest frontier record that nobody has matched; all of the leader's later records are unmatched too.
 *
 * @param since when the record was set, valid time
 * @param score the record
 */
public record Unmatched(Instant since, double score) {}
