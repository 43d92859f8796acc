package vorsprung.processor.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.processor.query.Restoring;

/** How far the stores are that are restored from their changelogs; told in the log every few seconds. */
final class RestoreProgress implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
    private static final long TELL_EVERY_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Map<TopicPartition, Restore> under = new ConcurrentHashMap<>();
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    private record Restore(long done, long all) {}

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        under.put(changelog, new Restore(0, Math.max(0, end - start)));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long records) {
        under.computeIfPresent(changelog, (same, restore) -> new Restore(restore.done() + records, restore.all()));
        tell();
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        under.remove(changelog);
        if (total > 0) {
            LOG.info("Restored {} records of {}, partition {}", total, store, changelog.partition());
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        under.remove(changelog);
    }

    /** How far it is now. */
    Restoring now() {
        long done = under.values().stream().mapToLong(Restore::done).sum();
        long all = under.values().stream().mapToLong(Restore::all).sum();
        return new Restoring(under.size(), Math.min(done, all), all);
    }

    private void tell() {
        long last = told.get();
        long now = System.nanoTime();
        if (now - last >= TELL_EVERY_NANOS && told.compareAndSet(last, now)) {
            Restoring restoring = now();
            LOG.info(
                    "Restoring {} partitions of stores: {} of {} records",
                    restoring.partitions(),
                    restoring.records(),
                    restoring.of());
        }
    }
}
