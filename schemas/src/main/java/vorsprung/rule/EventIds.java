package vorsprung.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.CommonField;
import vorsprung.topic.EventType;

/**
 * The eventId of a report that came without one: type, subject, what distinguishes the fact, and the UTC day of
 * {@code occurredAt}, so that two outlets which report one round make one fact.
 */
public final class EventIds {
    private EventIds() {}

    /** The derived id, such as {@code funding-round:openai:series-f:2025-03-31}; the same for equal facts, always. */
    public static String derive(EventType type, SpecificRecord event) {
        LocalDate day = ((Instant) Objects.requireNonNull(CommonField.OCCURRED_AT.of(type, event)))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        String subject = type.keyOf(event).replace('/', ':');
        return Stream.of(Stream.of(type.label(), subject), distinction(type, event).stream(), Stream.of(day.toString()))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(":"));
    }

    private static List<String> distinction(EventType type, SpecificRecord event) {
        return switch (type) {
            case FUNDING_ROUND -> List.of(slug(field(type, event, "round")));
            case BENCHMARK_RESULT ->
                List.of(String.valueOf(field(type, event, "modelId")).replace('/', ':'));
            case USAGE_REPORT -> List.of(slug(field(type, event, "product")), slug(field(type, event, "metric")));
            case LEAD_CLAIM -> List.of(slug(field(type, event, "claimant")));
            case MODEL_RELEASE, PRICE_CHANGE, FINANCIAL_REPORT -> List.of();
        };
    }

    // A text with nothing of it in a slug (other scripts) still tells one fact from another.
    private static String slug(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String slug = Slug.of(text);
        return slug.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : slug;
    }

    private static @Nullable Object field(EventType type, SpecificRecord event, String name) {
        return event.get(type.schema().getField(name).pos());
    }
}
