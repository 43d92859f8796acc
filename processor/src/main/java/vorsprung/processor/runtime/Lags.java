package vorsprung.processor.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import vorsprung.processor.query.Lag;

/**
 * How far the copies on this instance lag, from looks taken now and then: a look asks the brokers for the ends of the
 * changelogs, which may take long just when the answer is needed.
 *
 * <p>The last record of a changelog is the marker of its last transaction, which a copy never counts as taken over. So a
 * lag of one is none. The markers of aborted transactions are counted, until the next record that is committed.
 */
public final class Lags {
    private static final long MARKER = 1;

    private final LongSupplier nanoTime;
    private volatile Map<Copy, Look> looks = Map.of();

    private record Copy(String store, int partition) {}

    /** What the last look found, and when the copy was last found to hold everything. */
    private record Look(long records, Optional<Long> wholeAt) {}

    /** Lags at the times of this clock, in nanoseconds. */
    public Lags(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes a look; its beginning counts as its time. */
    void look(LagSource source) {
        long now = nanoTime.getAsLong();
        Map<Copy, Look> next = new HashMap<>();
        source.lags()
                .forEach((store, lags) -> lags.forEach((partition, lag) -> {
                    Copy copy = new Copy(store, partition);
                    next.put(copy, look(copy, lag, now));
                }));
        looks = Map.copyOf(next);
    }

    /** Where the lags of all local copies are found: by store and partition, in offsets of the changelog. */
    @FunctionalInterface
    interface LagSource {
        Map<String, Map<Integer, Long>> lags();
    }

    /** How far a copy lags; empty when there is none, or when it was never seen to hold everything. */
    Optional<Lag> of(String store, int partition) {
        return Optional.ofNullable(looks.get(new Copy(store, partition))).flatMap(this::lag);
    }

    private Look look(Copy copy, long offsetLag, long now) {
        long records = Math.max(0, offsetLag - MARKER);
        Optional<Long> before = Optional.ofNullable(looks.get(copy)).flatMap(Look::wholeAt);
        return new Look(records, records == 0 ? Optional.of(now) : before);
    }

    private Optional<Lag> lag(Look look) {
        return look.wholeAt()
                .map(whole -> new Lag(look.records(), TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - whole)));
    }
}
