package vorsprung.benchmarks.contestant;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/** How much of its input an application has committed: what is not committed may have to be done again. */
final class Committed implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final String EVENT_TOPICS = "market.";
    private static final String PRICE_CUTS = "market.price-cuts";

    private final Admin admin;
    private final String group;

    Committed(Assignment assignment) {
        this.admin = Admin.create(assignment.clientSettings());
        this.group = assignment.name();
    }

    /**
     * Waits until all events are committed.
     *
     * @throws IllegalStateException if the streams end before
     */
    void await(long events, KafkaStreams streams) throws ExecutionException, InterruptedException {
        while (offsets() < events) {
            State state = streams.state();
            if (state == State.ERROR || state == State.NOT_RUNNING) {
                throw new IllegalStateException("the streams ended at offset " + offsets() + " of " + events);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private long offsets() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return offsets.entrySet().stream()
                .filter(offset -> isEvents(offset.getKey().topic()))
                .map(Map.Entry::getValue)
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    private static boolean isEvents(String topic) {
        return topic.startsWith(EVENT_TOPICS) && !topic.equals(PRICE_CUTS);
    }

    @Override
    public void close() {
        admin.close();
    }
}
