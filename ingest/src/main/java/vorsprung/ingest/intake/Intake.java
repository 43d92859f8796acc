package vorsprung.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.EventFields;
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
    private static final String TYPE = "type";
    private static final String EVENT_ID = "eventId";
    /** Required fields that are filled in from names, and whose absence is told by the name as well. */
    private static final Set<String> IDS = Set.of("companyId", "modelId", "benchmarkId");

    private static final Map<EventType, Map<String, Schema.Field>> FIELDS =
            Arrays.stream(EventType.values()).collect(Collectors.toUnmodifiableMap(type -> type, Intake::byJsonName));

    private static final Map<EventType, List<Schema.Field>> REQUIRED =
            Arrays.stream(EventType.values()).collect(Collectors.toUnmodifiableMap(type -> type, Intake::required));

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
        JsonNode label = report.path(TYPE);
        if (!label.isTextual()) {
            return rejected(TYPE, "is required: one of " + EventType.labels());
        }
        return EventType.labelled(label.textValue())
                .map(type -> accept(type, report, now))
                .orElseGet(() -> rejected(TYPE, "expected one of " + EventType.labels() + ", found " + label));
    }

    /**
     * Checks a report of a known type.
     *
     * @param now wall clock: the default of recordedAt, and the bound of what may lie in the future
     */
    public Outcome accept(EventType type, JsonNode report, Instant now) {
        if (!report.isObject()) {
            return rejected("", "expected a JSON object, found " + Misfit.shortened(report));
        }
        Draft draft = new Draft(type, report);
        checkType(draft);
        Subjects.fill(directory.get(), draft);
        Times.fill(draft, now);
        fillRest(draft);
        require(draft);
        checkRules(draft, now);
        return finish(draft);
    }

    private static void checkType(Draft draft) {
        draft.take(TYPE)
                .filter(label -> !label.asText().equals(draft.type().label()))
                .ifPresent(label -> draft.reject(
                        TYPE,
                        "says " + Misfit.shortened(label) + ", but a "
                                + draft.type().label() + " is expected"));
    }

    private static void fillRest(Draft draft) {
        Map<String, Schema.Field> known = FIELDS.getOrDefault(draft.type(), Map.of());
        for (String name : draft.rest()) {
            Schema.Field field = known.get(name);
            if (field == null) {
                draft.reject(Misfit.shortened(name), Values.unknownField(name, known.keySet()));
            } else {
                draft.take(name).ifPresent(value -> draft.set(field, value));
            }
        }
    }

    private static Map<String, Schema.Field> byJsonName(EventType type) {
        return type.schema().getFields().stream()
                .collect(
                        Collectors.toUnmodifiableMap(field -> EventFields.jsonName(field.name()), Function.identity()));
    }

    private static List<Schema.Field> required(EventType type) {
        return type.schema().getFields().stream()
                .filter(field -> !EventFields.isOptional(field) && !IDS.contains(field.name()))
                .toList();
    }

    private static void require(Draft draft) {
        for (Schema.Field field : REQUIRED.getOrDefault(draft.type(), List.of())) {
            String name = EventFields.jsonName(field.name());
            if (!draft.isFilled(field) && !draft.isRejected(name)) {
                draft.reject(name, "is required");
            }
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
        if (draft.errors().isEmpty() && !draft.isFilled(draft.type().schema().getField(EVENT_ID))) {
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
                    EVENT_ID,
                    "is required here: the one derived would have more than " + EventRules.LONGEST_ID + " characters");
        } else {
            draft.set(EVENT_ID, derived);
        }
    }

    private static Outcome rejected(String field, String message) {
        return new Rejected(List.of(new FieldError(field, message)));
    }
}
