package vorsprung.processor.domain.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a result did to the standings.
 *
 * @param earliest valid time of the first standing that is not what it was
 * @param latest valid time of the last one
 * @param newestBefore the newest standing before the change, absent when there was none
 * @param newestAfter the newest standing after it, absent when there is none any more
 */
public record RaceChange(
        Instant earliest,
        Instant latest,
        @Nullable Standing newestBefore,
        @Nullable Standing newestAfter) {}
