package vorsprung.ingest.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vorsprung.topic.EventType;

/** A report in the publish format, in the making; what is absent is left out. */
final class RawReport {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S{1,2000}", Pattern.CASE_INSENSITIVE);

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private RawReport() {}

    static RawReport of(EventType type, String source, Optional<String> sourceUrl) {
        RawReport report = new RawReport();
        report.json.put("type", type.label());
        ObjectNode from = report.json.putObject("source").put("name", source);
        sourceUrl.filter(url -> WEB_ADDRESS.matcher(url).matches()).ifPresent(url -> from.put("url", url));
        return report;
    }

    RawReport text(String field, String value) {
        json.put(field, value);
        return this;
    }

    RawReport text(String field, Optional<String> value) {
        value.ifPresent(present -> json.put(field, present));
        return this;
    }

    RawReport day(String field, LocalDate day) {
        json.put(field, day.toString());
        return this;
    }

    RawReport flag(String field, Optional<Boolean> value) {
        value.ifPresent(present -> json.put(field, present));
        return this;
    }

    RawReport number(String field, Optional<BigDecimal> value) {
        value.ifPresent(present -> json.put(field, present));
        return this;
    }

    /** A number of which only the whole part means something, such as an estimate of a cost. */
    RawReport whole(String field, Optional<BigDecimal> value) {
        return number(field, value.map(number -> number.setScale(0, RoundingMode.HALF_UP)));
    }

    /** How sure Epoch AI is of a row. */
    RawReport confidence(Optional<String> word) {
        return text("confidence", word.flatMap(RawReport::confidenceOf));
    }

    private static Optional<String> confidenceOf(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "confident" -> Optional.of("CONFIRMED");
            case "likely" -> Optional.of("LIKELY");
            case "uncertain", "speculative", "unverified", "unknown" -> Optional.of("UNCERTAIN");
            default -> Optional.empty();
        };
    }

    ObjectNode json() {
        return json;
    }
}
