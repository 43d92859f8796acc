package vorsprung.app.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import vorsprung.app.kafka.CommittedConsumers;
import vorsprung.topic.Topics;

/** Reads {@code market.dead-letters}, which has one partition. */
public final class DeadLetterTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);

    private final Consumer<byte[], byte[]> consumer;

    /** Settings of Kafka's clients. */
    public DeadLetterTopic(Map<String, String> settings) {
        this.consumer = CommittedConsumers.of(settings);
        consumer.assign(List.of(PARTITION));
    }

    /** All dead letters, oldest first. */
    public List<DeadLetter> all() {
        consumer.seekToBeginning(List.of(PARTITION));
        return read(end());
    }

    /** The one of this number. */
    public Optional<DeadLetter> numbered(long number) {
        long end = end();
        if (number < 0 || number >= end) {
            return Optional.empty();
        }
        consumer.seek(PARTITION, number);
        return read(number + 1).stream()
                .filter(letter -> letter.number() == number)
                .findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private long end() {
        return consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    }

    private List<DeadLetter> read(long end) {
        List<DeadLetter> letters = new ArrayList<>();
        while (consumer.position(PARTITION) < end) {
            consumer.poll(POLL).forEach(record -> letters.add(new DeadLetter(record)));
        }
        return letters;
    }
}
