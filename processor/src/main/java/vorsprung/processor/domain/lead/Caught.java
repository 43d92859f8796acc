package vorsprung.processor.domain.lead;

import java.time.Instant;

/**
 * Records of one leader that a result of another matched at the instant of a standing: those set at {@code from} or
 * later, but before that instant, with a score no better than the catcher's.
 *
 * @param contestant whose records were matched: the leader just before
 * @param from when the earliest of them was set, valid time
 * @param by the result that matched them: of several at that instant the best score, then the smallest companyId, modelId
 */
public record Caught(String contestant, Instant from, Entry by) {}
