package vorsprung.ingest.publish.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Where the answers lie on their topic, by key: about 150 bytes each. The oldest are forgotten beyond a number or age. */
final class KnownAnswers {
    private final int most;
    private final Duration kept;
    private final Map<Fingerprint, Place> byKey = new LinkedHashMap<>();

    private record Place(long offset, long timestamp) {}

    KnownAnswers(int most, Duration kept) {
        this.most = most;
        this.kept = kept;
    }

    synchronized void add(Fingerprint key, long offset, long timestamp) {
        byKey.remove(key);
        byKey.put(key, new Place(offset, timestamp));
        Iterator<Place> oldest = byKey.values().iterator();
        while (byKey.size() > most || isOld(byKey.values().iterator().next(), Instant.ofEpochMilli(timestamp))) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized OptionalLong offset(Fingerprint key, Instant now) {
        Place place = byKey.get(key);
        return place == null || isOld(place, now) ? OptionalLong.empty() : OptionalLong.of(place.offset());
    }

    private boolean isOld(Place place, Instant now) {
        return place.timestamp() < now.minus(kept).toEpochMilli();
    }
}
