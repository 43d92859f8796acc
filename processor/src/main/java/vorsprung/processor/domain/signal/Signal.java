package vorsprung.processor.domain.signal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fact worth an alert.
 *
 * @param type what happened
 * @param subject companyId, benchmarkId or modelId that it happened to
 * @param cause what tells it from other signals of its type and subject
 * @param occurredAt valid time of the cause
 * @param value the figure that made it, in the unit of its type
 * @param previous the figure before, absent when there was none
 * @param detail what changed, in words
 * @param evidence eventIds that it rests on
 */
public record Signal(
        Type type,
        String subject,
        String cause,
        Instant occurredAt,
        @Nullable Double value,
        @Nullable Double previous,
        @Nullable String detail,
        List<String> evidence) {

    /** What can happen. */
    public enum Type {
        /** A valuation at least one and a half times the one before; value and previous are dollars. */
        VALUATION_STEP_UP,
        /** A valuation below the one before; value and previous are dollars. */
        DOWN_ROUND,
        /** Less than a year of runway; value is months. */
        RUNWAY_SHORT,
        /** Another company leads a benchmark; value and previous are scores. */
        LEAD_CHANGED,
        /** A rival matched frontier records; value is the longest lag in days. */
        CAUGHT_UP,
        /** The Vorsprung of a benchmark fell below 90 days; value and previous are days. */
        LEAD_COMPRESSED,
        /** A blended price fell by at least a fifth; value and previous are dollars per million tokens. */
        PRICE_CUT,
        /** Several companies cut prices within a month; value is the number of cuts. */
        PRICE_WAR
    }

    public Signal {
        evidence = List.copyOf(evidence);
    }

    /** The same for the same cause, always. */
    public String signalId() {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-') + ':' + subject.replace('/', ':') + ':' + cause;
    }
}
