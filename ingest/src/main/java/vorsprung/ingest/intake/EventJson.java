package vorsprung.ingest.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Precision;
import vorsprung.event.Source;
import vorsprung.rule.EventFields;
import vorsprung.rule.Moment;
import vorsprung.topic.CommonField;
import vorsprung.topic.EventType;

/**
 * An event in the publish format, as the intake reads it: the way back. Nothing is rounded, and what is absent is left
 * out.
 */
public final class EventJson {
    private static final String OCCURRED_AT = "occurredAt";
    private static final String PRECISION = "occurredAtPrecision";
    private static final int MICRO_DIGITS = 6;

    private EventJson() {}

    /** The event with its {@code type} first and the other fields in the order of the schema. */
    public static ObjectNode of(EventType type, SpecificRecord event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type.label());
        for (Schema.Field field : type.schema().getFields()) {
            Object value = event.get(field.pos());
            if (value != null && !field.name().equals(PRECISION)) {
                put(json, field.name(), value);
            }
        }
        putOccurredAt(json, type, event);
        return json;
    }

    private static void put(ObjectNode json, String avroName, Object value) {
        String name = EventFields.jsonName(avroName);
        if (EventFields.isPrice(avroName)) {
            json.put(name, plain(BigDecimal.valueOf((Long) value, MICRO_DIGITS)));
        } else if (value instanceof Long number) {
            json.put(name, number);
        } else if (value instanceof Double number) {
            json.put(name, number);
        } else if (value instanceof Boolean flag) {
            json.put(name, flag);
        } else if (value instanceof Source source) {
            put(json.putObject(name), source);
        } else if (value instanceof Collection<?> list) {
            ArrayNode array = json.putArray(name);
            list.forEach(entry -> array.add(String.valueOf(entry)));
        } else if (!value.toString().equals("UNKNOWN") || value instanceof CharSequence) {
            json.put(name, value.toString());
        }
    }

    private static void put(ObjectNode json, Source source) {
        json.put("name", source.getName());
        if (source.getUrl() != null) {
            json.put("url", source.getUrl());
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A day, month or year where the event says that it is no finer and lies at its start; else the instant. */
    private static void putOccurredAt(ObjectNode json, EventType type, SpecificRecord event) {
        Instant at = (Instant) CommonField.OCCURRED_AT.of(type, event);
        Precision precision = (Precision) CommonField.OCCURRED_AT_PRECISION.of(type, event);
        if (at == null) {
            return;
        }
        if (precision == null || !isCoarse(precision)) {
            json.put(OCCURRED_AT, at.toString());
        } else if (new Moment(at, precision).asFineAs(precision).at().equals(at)) {
            json.put(OCCURRED_AT, written(at, precision));
        } else {
            json.put(OCCURRED_AT, at.toString()).put(PRECISION, precision.name());
        }
    }

    private static boolean isCoarse(Precision precision) {
        return precision == Precision.DAY || precision == Precision.MONTH || precision == Precision.YEAR;
    }

    private static String written(Instant at, @Nullable Precision precision) {
        String day = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        return precision == Precision.YEAR
                ? day.substring(0, "2025".length())
                : precision == Precision.MONTH ? day.substring(0, "2025-03".length()) : day;
    }
}
