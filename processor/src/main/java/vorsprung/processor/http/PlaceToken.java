package vorsprung.processor.http;

import java.time.Instant;
import vorsprung.processor.domain.fact.Place;

/** A place as the sort key of a cursor. */
final class PlaceToken {
    private static final char SEPARATOR = '\t';

    private PlaceToken() {}

    static String of(Place place) {
        return "" + place.occurredAt().toEpochMilli() + SEPARATOR
                + place.recordedAt().toEpochMilli() + SEPARATOR + place.eventId();
    }

    static Place parse(String token) {
        String[] parts = token.split(String.valueOf(SEPARATOR), 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("expected a place, found " + token);
        }
        return new Place(
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                Instant.ofEpochMilli(Long.parseLong(parts[1])),
                parts[2]);
    }
}
