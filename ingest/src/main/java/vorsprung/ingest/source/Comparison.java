package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vorsprung.ingest.source.Statement.Kind;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

/**
 * What is new in a document against what it said before. Pure.
 *
 * <p>A dated statement that changed is corrected, as known from now on; one that is gone is retracted, unless so many
 * are gone at once that the document is more likely to be wrong. A quote that changed is a new fact of today; one that
 * is back within two days where it was before was a slip, which is retracted.
 */
final class Comparison {
    /** Within which a quote that comes back was a slip. */
    static final Duration SLIP = Duration.ofDays(2);

    private static final int FEW = 3;
    private static final int MOST_GONE_PER_CENT = 20;
    private static final String OCCURRED_AT = "occurredAt";
    private static final String RECORDED_AT = "recordedAt";
    private static final String RETRACTED = "retracted";
    private static final String CLEARS = "clears";
    private static final String EVENT_ID = "eventId";
    /** Names and provenance: a report without them does not take them back. */
    private static final Set<String> NEVER_CLEARED =
            Set.of(EVENT_ID, RECORDED_AT, RETRACTED, CLEARS, "type", "company", "model", "benchmark", "source");

    private final Map<String, Remembered> known;
    private final Instant now;

    Comparison(Map<String, Remembered> known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /**
     * What there is to publish.
     *
     * @param changes by key, in the order of the document
     * @param doubt why statements that are gone were not retracted
     */
    record Difference(Map<String, Remembered> changes, long unchanged, Optional<String> doubt) {}

    Difference with(Snapshot snapshot, boolean acceptDeletions) {
        Map<String, Remembered> changes = new LinkedHashMap<>();
        for (Statement statement : snapshot.statements()) {
            change(statement, Optional.ofNullable(known.get(statement.key())))
                    .ifPresent(after -> changes.put(statement.key(), after));
        }
        int unchanged = snapshot.statements().size() - changes.size();
        List<String> gone = gone(snapshot);
        Optional<String> doubt = doubt(snapshot, gone.size(), acceptDeletions);
        if (doubt.isEmpty()) {
            gone.forEach(key -> changes.put(key, retraction(Objects.requireNonNull(known.get(key)))));
        }
        return new Difference(changes, unchanged, doubt);
    }

    private Optional<Remembered> change(Statement statement, Optional<Remembered> before) {
        return statement.kind() == Kind.QUOTE ? quote(statement.report(), before) : dated(statement, before);
    }

    private Optional<Remembered> dated(Statement statement, Optional<Remembered> before) {
        ObjectNode said = statement.report();
        if (before.isEmpty()) {
            return Optional.of(made(statement.kind(), withRecordedAt(said), Optional.empty()));
        }
        ObjectNode last = before.get().report();
        if (!before.get().isRetracted() && content(last).equals(content(said))) {
            return Optional.empty();
        }
        ObjectNode corrected = said.deepCopy();
        corrected.put(RECORDED_AT, now.toString());
        Set<String> dropped = before.get().isRetracted() ? Set.of() : dropped(last, said);
        if (!dropped.isEmpty()) {
            ArrayNode clears = corrected.putArray(CLEARS);
            dropped.forEach(clears::add);
        }
        return Optional.of(made(statement.kind(), corrected, Optional.empty()));
    }

    private Optional<Remembered> quote(ObjectNode said, Optional<Remembered> before) {
        if (before.isPresent() && content(before.get().report()).equals(content(said))) {
            return Optional.empty();
        }
        boolean slip = before.isPresent()
                && before.get()
                        .before()
                        .filter(earlier -> content(earlier).equals(content(said)))
                        .isPresent()
                && !now.isAfter(before.get().changedAt().plus(SLIP));
        return Optional.of(slip ? withdrawn(before.get(), said) : quoted(said, before));
    }

    private Remembered quoted(ObjectNode said, Optional<Remembered> before) {
        String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
        ObjectNode report = said.deepCopy();
        report.put(EVENT_ID, "price:" + said.path("modelId").asText().replace('/', ':') + ":" + day);
        report.put(OCCURRED_AT, day);
        report.put(RECORDED_AT, now.toString());
        return made(Kind.QUOTE, report, before.map(Remembered::report));
    }

    /**
     * The slip is retracted; where it had taken the place of the right price on one day, the right one is put back.
     * What is remembered is compared by its prices, which are those before the slip again.
     */
    private Remembered withdrawn(Remembered slip, ObjectNode said) {
        ObjectNode report = slip.report().deepCopy();
        report.setAll(said.deepCopy());
        if (!slip.before().map(Comparison::eventId).equals(Optional.of(eventId(slip.report())))) {
            report.put(RETRACTED, true);
        }
        report.put(RECORDED_AT, now.toString());
        return made(Kind.QUOTE, report, Optional.empty());
    }

    private Remembered retraction(Remembered gone) {
        ObjectNode report = gone.report().deepCopy();
        report.remove(CLEARS);
        report.put(RETRACTED, true);
        report.put(RECORDED_AT, now.toString());
        return made(Kind.DATED, report, Optional.empty());
    }

    private Remembered made(Kind kind, ObjectNode report, Optional<ObjectNode> before) {
        return new Remembered(kind, report, before, now, false);
    }

    private ObjectNode withRecordedAt(ObjectNode said) {
        ObjectNode report = said.deepCopy();
        if (!report.hasNonNull(RECORDED_AT)) {
            report.put(RECORDED_AT, now.toString());
        }
        return report;
    }

    private List<String> gone(Snapshot snapshot) {
        Set<String> said = snapshot.statements().stream().map(Statement::key).collect(Collectors.toSet());
        return known.entrySet().stream()
                .filter(entry -> isDatedInForce(entry.getValue()) && !said.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Optional<String> doubt(Snapshot snapshot, int gone, boolean acceptDeletions) {
        if (gone == 0) {
            return Optional.empty();
        }
        if (!snapshot.faults().isEmpty()) {
            return Optional.of(gone + " statements are gone, and parts of the document cannot be read");
        }
        long inForce =
                known.values().stream().filter(Comparison::isDatedInForce).count();
        boolean many = gone > FEW && gone * 100L > inForce * MOST_GONE_PER_CENT;
        return many && !acceptDeletions
                ? Optional.of(gone + " of " + inForce
                        + " statements are gone at once; if that is so, look again with --accept-deletions")
                : Optional.empty();
    }

    private static boolean isDatedInForce(Remembered remembered) {
        return remembered.kind() == Kind.DATED && !remembered.isRetracted();
    }

    private static String eventId(ObjectNode report) {
        return report.path(EVENT_ID).asText();
    }

    /** What a report says, without when it was made and of which day a quote is. */
    private static ObjectNode content(ObjectNode report) {
        ObjectNode content = report.deepCopy();
        boolean quote =
                !content.has(OCCURRED_AT) || content.path("type").asText().equals("price-change");
        content.remove(List.of(RECORDED_AT, RETRACTED, CLEARS, "source"));
        if (quote) {
            content.remove(List.of(EVENT_ID, OCCURRED_AT));
        }
        return withPlainNumbers(content);
    }

    /** A number read from text and one that was computed are the same when they are equal. */
    private static ObjectNode withPlainNumbers(ObjectNode content) {
        for (Map.Entry<String, JsonNode> field : content.properties()) {
            if (field.getValue().isNumber()) {
                field.setValue(
                        DecimalNode.valueOf(field.getValue().decimalValue().stripTrailingZeros()));
            }
        }
        return content;
    }

    /** Optional fields that the last report carried and this one does not. */
    private static Set<String> dropped(ObjectNode last, ObjectNode said) {
        EventType type = EventType.labelled(said.path("type").asText()).orElseThrow();
        Set<String> dropped = new TreeSet<>();
        last.fieldNames().forEachRemaining(field -> {
            boolean optional = EventFields.named(type, field)
                    .filter(EventFields::isOptional)
                    .isPresent();
            if (optional && !said.has(field) && !NEVER_CLEARED.contains(field)) {
                dropped.add(field);
            }
        });
        return dropped;
    }
}
