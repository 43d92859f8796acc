package vorsprung.ingest.publish.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vorsprung.publication.PublishAttempt;

/** Attempts whose answers are not known, by key; an answer takes those of its key away. Bounded. */
final class OpenAttempts {
    private static final int MOST_KEYS = 100_000;
    private static final int MOST_PRODUCERS = 10_000;

    private final Map<Fingerprint, List<Attempt>> byKey = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Fingerprint, List<Attempt>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** Offset of the last attempt that each producer has begun. */
    private final Map<String, Long> lastOf = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_PRODUCERS;
        }
    };

    /** One attempt, by the offset of its record. */
    record Attempt(long offset, Instant at, String request, String transactionalId) {}

    synchronized void add(long offset, PublishAttempt attempt) {
        Fingerprint key = Fingerprint.of(attempt.getCaller(), attempt.getIdempotencyKey());
        byKey.computeIfAbsent(key, absent -> new ArrayList<>())
                .add(new Attempt(offset, attempt.getAt(), attempt.getRequest(), attempt.getTransactionalId()));
        lastOf.put(attempt.getTransactionalId(), offset);
    }

    synchronized void answered(Fingerprint key) {
        byKey.remove(key);
    }

    /** Those before an offset and not older than a time, oldest first. */
    synchronized List<Attempt> before(Fingerprint key, long offset, Instant since) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(attempt -> attempt.offset() < offset && !attempt.at().isBefore(since))
                .toList();
    }

    /**
     * The producers that may still be at an attempt of this key. One that has begun another attempt since is not: it does
     * one after the other, and makes itself known to Kafka in between, which ends what it had left open.
     */
    synchronized Set<String> unsettled(Fingerprint key) {
        Set<String> ids = new TreeSet<>();
        for (Attempt attempt : byKey.getOrDefault(key, List.of())) {
            if (lastOf.getOrDefault(attempt.transactionalId(), attempt.offset()) <= attempt.offset()) {
                ids.add(attempt.transactionalId());
            }
        }
        return ids;
    }
}
