package vorsprung.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.EventIds;
import vorsprung.rule.EventRules;
import vorsprung.rule.FieldError;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;

/**
 * Turns a raw report in JSON into a checked event. Names become ids, times in any form become instants with a
 * precision, money stays exact, and whatever is missing and can be derived (eventId, recordedAt) is filled in. All that
 * is wrong with a report is told at once. Pure and safe for use by many threads. Defined in the design, section 1.
 */
public final class Intake {
    private final Supplier<Directory> directory;

    public Intake(Directory directory) {
        this(() -> directory);
    }

    /** Asks for the directory anew for each report, since it may change. */
    public Intake(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** The directory as it is now. */
    public Directory directory() {
        return directory.get();
    }

    /**
     * Checks a report whose {@code type} field says what it is.
     *
     * @param now wall clock: the default of recordedAt, and the bound of what may lie in the future
     */
    public Outcome accept(JsonNode report, Instant now) {
        if (!report.isObject()) {
            return rejected("", "expected a JSON object, found " + Misfit.shortened(report));
        }
        JsonNode label = report.path(NamedField.TYPE.jsonName());
        if (!label.isTextual()) {
            return rejected(NamedField.TYPE.jsonName(), "is required: one of " + EventType.labels());
        }
        return EventType.labelled(label.textValue())
                .map(type -> accept(type, report, now))
                .orElseGet(() -> rejected(
                        NamedField.TYPE.jsonName(), "expected one of " + EventType.labels() + ", found " + label));
    }

    /**
     * Checks a report of a known type.
     *
     * @param now wall clock: the default of recordedAt, and the bound of what may lie in the future
     */
    public Outcome accept(EventType type, JsonNode report, Instant now) {
        return report instanceof ObjectNode object
                ? accept(RawReport.of(type, object), now)
                : rejected("", "expected a JSON object, found " + Misfit.shortened(report));
    }

    /**
     * Checks a report, which is used up by that.
     *
     * @param now wall clock: the default of recordedAt, and the bound of what may lie in the future
     */
    public Outcome accept(RawReport report, Instant now) {
        Draft draft = new Draft(report);
        checkType(draft);
        Subjects.fill(directory.get(), draft);
        Times.fill(draft, now);
        draft.takeOverRest();
        draft.require();
        checkRules(draft, now);
        return finish(draft);
    }

    private static void checkType(Draft draft) {
        JsonNode label = draft.take(NamedField.TYPE);
        if (label != null && !label.asText().equals(draft.type().label())) {
            draft.reject(
                    NamedField.TYPE,
                    "says " + Misfit.shortened(label) + ", but a "
                            + draft.type().label() + " is expected");
        }
    }

    /** The rules see what could be read; where something could not be, one error is enough. */
    private static void checkRules(Draft draft, Instant now) {
        List<FieldError> broken = EventRules.check(draft.type(), draft.event(), now);
        if (broken.isEmpty()) {
            return;
        }
        broken.stream()
                .filter(error -> !draft.isRejected(error.field()))
                .toList()
                .forEach(error -> draft.reject(error.field(), error.message()));
    }

    private static Outcome finish(Draft draft) {
        if (draft.errors().isEmpty() && !draft.isFilled(NamedField.EVENT_ID)) {
            deriveEventId(draft);
        }
        if (draft.errors().isEmpty()) {
            checkSize(draft);
        }
        List<FieldError> errors = draft.errors();
        return errors.isEmpty() ? new Accepted(draft.type(), draft.event(), draft.warnings()) : new Rejected(errors);
    }

    private static void checkSize(Draft draft) {
        EventSize.beyond(draft.event(), draft.mostBytes(), Topics.LARGEST_EVENT_BYTES)
                .ifPresent(bytes -> draft.reject(
                        "",
                        "takes " + bytes + " bytes; at most " + Topics.LARGEST_EVENT_BYTES
                                + " are processed, so shorten its texts or lists"));
    }

    private static void deriveEventId(Draft draft) {
        String derived = EventIds.derive(draft.type(), draft.event());
        if (derived.length() > EventRules.LONGEST_ID) {
            draft.reject(
                    NamedField.EVENT_ID,
                    "is required here: the one derived would have more than " + EventRules.LONGEST_ID + " characters");
        } else {
            draft.set(NamedField.EVENT_ID, derived);
        }
    }

    private static Outcome rejected(String field, String message) {
        return new Rejected(List.of(new FieldError(field, message)));
    }
}
