package vorsprung.wire;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Schema ids that the registry did not have a moment ago. A run of such records then costs one question every few
 * seconds, not one each; an id registered late is found all the same.
 */
final class UnknownIds {
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 1_000;

    private final ConcurrentMap<Integer, Long> askedAt = new ConcurrentHashMap<>();

    boolean contains(int id) {
        Long asked = askedAt.get(id);
        return asked != null && System.nanoTime() - asked < REMEMBERED_NANOS;
    }

    void add(int id) {
        if (askedAt.size() >= MOST) {
            askedAt.clear();
        }
        askedAt.put(id, System.nanoTime());
    }
}
