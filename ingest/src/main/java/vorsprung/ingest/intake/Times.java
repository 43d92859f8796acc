package vorsprung.ingest.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Precision;
import vorsprung.rule.EventRules;
import vorsprung.rule.Moment;

/** Fills in the times of a draft: valid time with its precision, and knowledge time. */
final class Times {

    private Times() {}

    static void fill(Draft draft, Instant now) {
        Precision stated = statedPrecision(draft);
        moment(draft, NamedField.OCCURRED_AT)
                .map(moment -> stated == null ? moment : moment.asFineAs(stated))
                .ifPresent(moment -> setOccurredAt(draft, moment));
        Instant latest = now.truncatedTo(ChronoUnit.MILLIS);
        boolean given = draft.gives(NamedField.RECORDED_AT);
        moment(draft, NamedField.RECORDED_AT)
                .map(moment -> notAhead(moment.at(), latest))
                .or(() -> given ? Optional.empty() : Optional.of(latest))
                .ifPresent(at -> draft.set(NamedField.RECORDED_AT, at));
    }

    /** Taken from the record again, so that all enums are read in one place. */
    private static @Nullable Precision statedPrecision(Draft draft) {
        draft.takeOver(NamedField.PRECISION);
        return (Precision) draft.value(NamedField.PRECISION);
    }

    private static void setOccurredAt(Draft draft, Moment moment) {
        draft.set(NamedField.OCCURRED_AT, moment.at());
        draft.set(NamedField.PRECISION, moment.precision());
    }

    private static Optional<Moment> moment(Draft draft, NamedField field) {
        Optional<String> text = draft.takeText(field);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Moment.parse(text.get()));
        } catch (DateTimeException e) {
            draft.reject(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A clock that is a little ahead means now; one that is far ahead is left for the rules to refuse. */
    private static Instant notAhead(Instant recordedAt, Instant now) {
        boolean ahead = recordedAt.isAfter(now);
        return ahead && !recordedAt.isAfter(now.plus(EventRules.CLOCK_SKEW)) ? now : recordedAt;
    }
}
