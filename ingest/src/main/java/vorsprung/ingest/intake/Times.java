package vorsprung.ingest.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Precision;
import vorsprung.rule.EventRules;
import vorsprung.rule.Moment;

/** Fills in the times of a draft: valid time with its precision, and knowledge time. */
final class Times {
    private static final String OCCURRED_AT = "occurredAt";
    private static final String PRECISION = "occurredAtPrecision";
    private static final String RECORDED_AT = "recordedAt";

    private Times() {}

    static void fill(Draft draft, Instant now) {
        Precision stated = statedPrecision(draft);
        moment(draft, OCCURRED_AT)
                .map(moment -> stated == null ? moment : moment.asFineAs(stated))
                .ifPresent(moment -> setOccurredAt(draft, moment));
        Instant latest = now.truncatedTo(ChronoUnit.MILLIS);
        boolean given = draft.gives(RECORDED_AT);
        moment(draft, RECORDED_AT)
                .map(moment -> notAhead(moment.at(), latest))
                .or(() -> given ? Optional.empty() : Optional.of(latest))
                .ifPresent(at -> draft.set(RECORDED_AT, at));
    }

    /** Taken from the record again, so that all enums are read in one place. */
    private static @Nullable Precision statedPrecision(Draft draft) {
        Schema.Field field = draft.type().schema().getField(PRECISION);
        draft.take(PRECISION).ifPresent(node -> draft.set(field, node));
        return (Precision) draft.event().get(field.pos());
    }

    private static void setOccurredAt(Draft draft, Moment moment) {
        draft.set(OCCURRED_AT, moment.at());
        draft.set(PRECISION, moment.precision());
    }

    private static Optional<Moment> moment(Draft draft, String name) {
        Optional<String> text = draft.takeText(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Moment.parse(text.get()));
        } catch (DateTimeException e) {
            draft.reject(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A clock that is a little ahead means now; one that is far ahead is left for the rules to refuse. */
    private static Instant notAhead(Instant recordedAt, Instant now) {
        boolean ahead = recordedAt.isAfter(now);
        return ahead && !recordedAt.isAfter(now.plus(EventRules.CLOCK_SKEW)) ? now : recordedAt;
    }
}
