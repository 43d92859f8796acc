package vorsprung.processor.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.event.Precision;
import vorsprung.processor.domain.fact.Place;
import vorsprung.rule.EventFields;
import vorsprung.topic.CommonField;
import vorsprung.topic.EventType;

/**
 * Folds the reports of one fact, in their order, into the fact: a later report sets the fields it carries, then drops
 * those it clears, and leaves the others; a retraction removes the fact, and a report after that starts it anew.
 * Defined in the design, section 1.
 */
public final class Folding {
    private static final String UNKNOWN = "UNKNOWN";

    private final EventType type;
    private final int occurredAt;
    private final int precision;
    private @Nullable SpecificRecord fact;
    private @Nullable ReportKey last;

    private Folding(EventType type) {
        this.type = type;
        this.occurredAt = CommonField.OCCURRED_AT.position(type);
        this.precision = CommonField.OCCURRED_AT_PRECISION.position(type);
    }

    /** The fact that these reports, all of one fact and in order, make; empty when it is retracted or there is none. */
    public static Optional<Fact> fold(EventType type, List<Report> reports) {
        Folding folding = new Folding(type);
        reports.forEach(folding::add);
        return folding.folded();
    }

    private void add(Report report) {
        if (report.isRetraction()) {
            fact = null;
            return;
        }
        last = report.key();
        if (fact == null) {
            fact = copy(report.event());
            setPrecision(fact, precisionOf(report.event()));
        } else {
            merge(fact, report.event());
        }
        clear(fact, report.event());
    }

    /** Folding puts other values into fields, and never changes a value, so that the values themselves can be shared. */
    private SpecificRecord copy(SpecificRecord event) {
        SpecificRecord copy = (SpecificRecord) SpecificData.get().newRecord(null, type.schema());
        for (Schema.Field field : type.schema().getFields()) {
            copy.put(field.pos(), event.get(field.pos()));
        }
        return copy;
    }

    private Optional<Fact> folded() {
        if (fact == null || last == null) {
            return Optional.empty();
        }
        Place place = new Place((Instant) fact.get(occurredAt), last.recordedAt(), last.eventId());
        return Optional.of(new Fact(type, place, fact));
    }

    private void merge(SpecificRecord into, SpecificRecord from) {
        for (Schema.Field field : type.schema().getFields()) {
            Object value = from.get(field.pos());
            boolean carried = value != null && !isUnknown(value);
            boolean isTime = field.pos() == occurredAt || field.pos() == precision;
            if (carried && !isTime) {
                into.put(field.pos(), value);
            }
        }
        if (!isFinerWithin(into, from)) {
            into.put(occurredAt, from.get(occurredAt));
            setPrecision(into, precisionOf(from));
        }
    }

    private void clear(SpecificRecord into, SpecificRecord report) {
        Object clears = CommonField.CLEARS.of(type, report);
        if (clears instanceof List<?> names) {
            for (Object name : names) {
                EventFields.named(type, name.toString())
                        .filter(EventFields::isOptional)
                        .ifPresent(field -> into.put(field.pos(), null));
            }
        }
    }

    /** Whether what is known is finer than the report's time, and lies inside the day, month or year that it names. */
    private boolean isFinerWithin(SpecificRecord known, SpecificRecord report) {
        Precision reported = precisionOf(report);
        if (precisionOf(known).compareTo(reported) >= 0) {
            return false;
        }
        Instant from = (Instant) report.get(occurredAt);
        Instant at = (Instant) known.get(occurredAt);
        return !at.isBefore(from) && at.isBefore(end(from, reported));
    }

    private static Instant end(Instant from, Precision precision) {
        ZonedDateTime start = from.atZone(ZoneOffset.UTC);
        return switch (precision) {
            case YEAR -> start.plusYears(1).toInstant();
            case MONTH -> start.plusMonths(1).toInstant();
            case DAY -> start.plusDays(1).toInstant();
            case INSTANT, UNKNOWN -> from;
        };
    }

    private Precision precisionOf(SpecificRecord event) {
        Object value = event.get(precision);
        return value == null || isUnknown(value) ? Precision.INSTANT : (Precision) value;
    }

    private void setPrecision(SpecificRecord event, Precision value) {
        event.put(precision, Objects.requireNonNull(value));
    }

    private static boolean isUnknown(Object value) {
        return value instanceof Enum<?> symbol && symbol.name().equals(UNKNOWN);
    }
}
