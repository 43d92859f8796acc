package vorsprung.benchmarks.contestant;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StateRestoreListener;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.processor.runtime.StreamsRuntime;
import vorsprung.processor.topology.ActiveStores;

/** Loses the folder of the stores after all events were processed, and waits until they are back. */
final class Restore implements Work {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        new MarketFold(1).run(assignment);
        Utils.delete(assignment.folder().resolve("state").toFile());
        return restored(assignment);
    }

    private static Measurement restored(Assignment assignment) {
        Meter meter = new Meter();
        Restored restored = new Restored(meter);
        Properties settings = StreamsWork.settings(assignment, Map.of());
        EventCount none = new EventCount(() -> {
            throw new IllegalStateException("all events had been committed");
        });
        try (StreamsRuntime streams =
                new StreamsRuntime(MarketFold.topology(MarketFold.PARTITIONS, none), settings, new ActiveStores())) {
            streams.client().setGlobalStateRestoreListener(restored);
            streams.start();
            while (!streams.reasonsNotReady().isEmpty()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            Measurement measured = meter.end(assignment.events());
            double seconds = assignment.events()
                    / measured.figure(Meter.EVENTS_PER_SECOND).orElseThrow();
            return measured.with("records/s", restored.records.get() / seconds)
                    .with("records/event", (double) restored.records.get() / assignment.events());
        }
    }

    /** Counts what comes back, from the first store on. */
    private static final class Restored implements StateRestoreListener {
        private final AtomicLong records = new AtomicLong();
        private final Meter meter;

        Restored(Meter meter) {
            this.meter = meter;
        }

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
            meter.begin();
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long to, long count) {
            records.addAndGet(count);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {}
    }
}
