package vorsprung.processor.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import vorsprung.processor.query.Status;

/** Looks up how the Streams client stands. */
public final class StatusProbe {
    private final KafkaStreams streams;

    public StatusProbe(KafkaStreams streams) {
        this.streams = streams;
    }

    /** How it stands now. */
    public Status status() {
        List<Status.Partition> partitions = new ArrayList<>();
        for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
            thread.activeTasks().forEach(task -> add(partitions, task, "active"));
            thread.standbyTasks().forEach(task -> add(partitions, task, "standby"));
        }
        partitions.sort(Comparator.comparing(Status.Partition::topic).thenComparing(Status.Partition::partition));
        Status.Versions versions = new Status.Versions(
                AppInfoParser.getVersion(), Runtime.version().toString());
        return new Status(versions, streams.state().name(), instances(), partitions, stores());
    }

    private static void add(List<Status.Partition> partitions, TaskMetadata task, String role) {
        for (TopicPartition partition : task.topicPartitions()) {
            long end = task.endOffsets().getOrDefault(partition, -1L);
            long committed = task.committedOffsets().getOrDefault(partition, -1L);
            partitions.add(new Status.Partition(
                    partition.topic(),
                    partition.partition(),
                    task.taskId().toString(),
                    role,
                    committed,
                    end,
                    Math.max(0, end - Math.max(0, committed))));
        }
    }

    private List<Status.Instance> instances() {
        return streams.metadataForAllStreamsClients().stream()
                .map(StatusProbe::instance)
                .toList();
    }

    private static Status.Instance instance(StreamsMetadata client) {
        Set<TopicPartition> active = client.topicPartitions();
        return new Status.Instance(client.host() + ":" + client.port(), active.size());
    }

    private List<Status.Store> stores() {
        List<Status.Store> stores = new ArrayList<>();
        streams.allLocalStorePartitionLags()
                .forEach((store, lags) -> lags.forEach(
                        (partition, lag) -> stores.add(new Status.Store(store, partition, lag.offsetLag()))));
        stores.sort(Comparator.comparing(Status.Store::store).thenComparing(Status.Store::partition));
        return stores;
    }
}
