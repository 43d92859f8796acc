package vorsprung.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Source;
import vorsprung.topic.EventType;

/**
 * What a well-formed event must hold, whoever wrote it. Both the gateway and the processor ask here, so that a record
 * of a foreign producer is held to the same rules. {@code now} is the wall clock at publishing (the record timestamp).
 */
public final class EventRules {
    /** Earliest valid time and knowledge time. */
    public static final Instant EARLIEST = Instant.parse("1950-01-01T00:00:00Z");

    /** How far valid time may lie ahead, in years. */
    public static final int YEARS_AHEAD = 10;

    /** How far knowledge time may lie ahead of the clock and still be taken, as now. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Longest eventId, in characters. */
    public static final int LONGEST_ID = 512;

    /** Longest text of any other field, in characters. */
    public static final int LONGEST_TEXT = 4_096;

    /** Most entries of a list field. */
    public static final int LONGEST_LIST = 256;

    /** They say which fact a report is of and what it does, and nothing that was the case. */
    private static final Set<String> OF_THE_REPORT = Set.of("eventId", "recordedAt", "retracted", "clears");

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    private final EventType type;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    private EventRules(EventType type, Instant now) {
        this.type = type;
        this.now = now;
    }

    /** Every rule that the event breaks, in the order of its fields; empty when it is well formed. */
    public static List<FieldError> check(EventType type, SpecificRecord event, Instant now) {
        EventRules rules = new EventRules(type, now);
        for (Schema.Field field : type.schema().getFields()) {
            rules.checkField(field.name(), event.get(field.pos()));
        }
        // Asked for each event, nearly all of which break none.
        return rules.errors.isEmpty() ? List.of() : List.copyOf(rules.errors);
    }

    private void checkField(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Instant time) {
            checkTime(name, time);
        } else if (value instanceof Long number && number < 0) {
            reject(name, number + " is negative; absent means unknown");
        } else if (value instanceof Double number) {
            checkNumber(name, number);
        } else if (value instanceof String text) {
            checkText(name, text);
        } else if (value instanceof Collection<?> list) {
            checkList(name, list);
        } else if (value instanceof Source source) {
            checkSource(source);
        }
    }

    private void checkTime(String name, Instant time) {
        if (time.isBefore(EARLIEST)) {
            reject(name, time + " lies before 1950; check the year");
        } else if (name.equals("recordedAt") && time.isAfter(now.plus(CLOCK_SKEW))) {
            reject(name, time + " lies in the future; a report cannot be known before it is made");
        } else if (name.equals("occurredAt") && time.isAfter(now) && time.isAfter(latest())) {
            reject(name, time + " lies more than ten years ahead; check the year");
        }
    }

    private Instant latest() {
        return now.atZone(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant();
    }

    private void checkNumber(String name, double number) {
        if (!Double.isFinite(number)) {
            reject(name, number + " is not a finite number");
        } else if (number < 0 && name.endsWith("Months")) {
            reject(name, number + " is negative; absent means unknown");
        }
    }

    private void checkText(String name, String text) {
        switch (name) {
            case "companyId", "benchmarkId" -> {
                if (!Slug.isSlug(text)) {
                    reject(name, quoted(text) + " is not a slug (a-z, 0-9 and single hyphens)");
                }
            }
            case "modelId" -> {
                if (!Slug.isModelId(text)) {
                    reject(name, quoted(text) + " is not companySlug/modelSlug");
                }
            }
            case "eventId" -> checkId(name, text);
            default -> checkPlain(name, text, LONGEST_TEXT);
        }
        if (text.length() > LONGEST_ID && name.endsWith("Id") && !name.equals("eventId")) {
            reject(name, "has " + text.length() + " characters; at most " + LONGEST_ID);
        }
    }

    private void checkId(String name, String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            reject(name, "holds a line break or tab");
        } else {
            checkPlain(name, text, LONGEST_ID);
        }
    }

    private void checkPlain(String name, String text, int longest) {
        if (text.isBlank()) {
            reject(name, "is empty; leave it out when it is unknown");
        } else if (text.length() > longest) {
            reject(name, "has " + text.length() + " characters; at most " + longest);
        } else if (holdsForbidden(text)) {
            reject(name, "holds a control character or half a character");
        }
    }

    private static boolean holdsForbidden(String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isForbidden(character)) {
                return true;
            }
            at += Character.charCount(character);
        }
        return false;
    }

    private static boolean isForbidden(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
        return control || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private void checkList(String name, Collection<?> list) {
        if (list.size() > LONGEST_LIST) {
            reject(name, "has " + list.size() + " entries; at most " + LONGEST_LIST);
            return;
        }
        for (Object entry : list) {
            checkPlain(name, String.valueOf(entry), LONGEST_TEXT);
            if (name.equals("clears")) {
                checkClearable(String.valueOf(entry));
            }
        }
    }

    private void checkClearable(String cleared) {
        boolean optional =
                EventFields.named(type, cleared).filter(EventFields::isOptional).isPresent();
        if (!optional) {
            reject("clears", quoted(cleared) + " is not an optional field of a " + type.label());
        } else if (OF_THE_REPORT.contains(cleared)) {
            reject("clears", quoted(cleared) + " says nothing of the fact that could be taken back");
        }
    }

    private void checkSource(Source source) {
        checkPlain("source.name", source.getName(), LONGEST_TEXT);
        String url = source.getUrl();
        if (url != null && !WEB_ADDRESS.matcher(url).matches()) {
            reject("source.url", quoted(url) + " is not an http or https address");
        } else if (url != null) {
            checkPlain("source.url", url, LONGEST_TEXT);
        }
    }

    private static String quoted(String text) {
        return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
    }

    private void reject(String field, String message) {
        errors.add(new FieldError(EventFields.jsonName(field), message));
    }
}
