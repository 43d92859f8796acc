package vorsprung.processor.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import vorsprung.processor.query.Ownership;
import vorsprung.processor.topology.StoreRef;
import vorsprung.processor.topology.Stores;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;

/** The partitions whose active tasks are on this instance, as of the last look. */
public final class ActivePartitions implements Ownership {
    /** A topic whose partition is processed into the store's partition of the same number. */
    private static final Map<StoreRef, String> TOPICS = Stream.concat(
                    Arrays.stream(EventType.values())
                            .flatMap(type -> Stream.of(Stores.reports(type.subject()), Stores.timelines(type.subject()))
                                    .map(store -> Map.entry(store, type.topic()))),
                    Stream.of(Map.entry(Stores.TIMELINES_OF_PRICE_WARS, Topics.PRICE_CUTS.name())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    private final Supplier<? extends Iterable<ThreadMetadata>> threads;
    private volatile Set<TopicPartition> active = Set.of();

    /** Of this client; owns nothing before the first look. */
    public ActivePartitions(KafkaStreams streams) {
        this.threads = streams::metadataForLocalThreads;
    }

    /** Looks which they are now. */
    public void look() {
        Stream.Builder<TopicPartition> partitions = Stream.builder();
        threads.get()
                .forEach(thread -> thread.activeTasks()
                        .forEach(task -> task.topicPartitions().forEach(partitions::add)));
        active = partitions.build().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean owns(StoreRef store, int partition) {
        return active.contains(new TopicPartition(TOPICS.getOrDefault(store, ""), partition));
    }
}
