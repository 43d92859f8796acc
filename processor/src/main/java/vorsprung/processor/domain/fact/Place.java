package vorsprung.processor.domain.fact;

import java.time.Instant;

/**
 * Where a fact stands in the order that <i>first</i>, <i>last</i> and <i>newest</i> go by throughout.
 *
 * @param occurredAt valid time, whole milliseconds
 * @param recordedAt knowledge time of the last report of the fact
 * @param eventId the fact's id within its type and key
 */
public record Place(Instant occurredAt, Instant recordedAt, String eventId) implements Comparable<Place> {
    private static final Instant BEGINNING = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** Before every fact. */
    public static final Place FIRST = new Place(BEGINNING, BEGINNING, "");

    /** After every fact. */
    public static final Place LAST = new Place(Instant.ofEpochMilli(Long.MAX_VALUE), BEGINNING, "");

    /** The bound that every fact of this instant and later is at or after. */
    public static Place startOf(Instant instant) {
        return new Place(instant, BEGINNING, "");
    }

    /** The bound that exactly the facts with {@code occurredAt <= instant} are before. */
    public static Place endOf(Instant instant) {
        return startOf(instant.plusMillis(1));
    }

    @Override
    public int compareTo(Place other) {
        int byValidTime = occurredAt.compareTo(other.occurredAt);
        if (byValidTime != 0) {
            return byValidTime;
        }
        int byKnowledgeTime = recordedAt.compareTo(other.recordedAt);
        return byKnowledgeTime != 0 ? byKnowledgeTime : CodePoints.compare(eventId, other.eventId);
    }

    /** A well mixed number that is the same for this place on every machine, for ever. */
    public long hash() {
        long mixed = occurredAt.toEpochMilli() * 0x9E3779B97F4A7C15L + recordedAt.toEpochMilli();
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L + eventId.hashCode();
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }
}
