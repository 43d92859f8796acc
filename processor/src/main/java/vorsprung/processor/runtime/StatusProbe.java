package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import vorsprung.processor.query.Peer;
import vorsprung.processor.query.Status;

/** Looks up how the Streams client of this instance stands. */
public final class StatusProbe {
    private static final String ACTIVE = "active";
    private static final String STANDBY = "standby";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StreamsRuntime runtime;
    private final KafkaStreams streams;
    private final String self;
    private final StoreLags lags;

    public StatusProbe(StreamsRuntime runtime, Peer self) {
        this.runtime = runtime;
        this.streams = runtime.client();
        this.self = self.toString();
        this.lags = new StoreLags(this::stores, PATIENCE);
    }

    /** How it stands now. */
    public Status status() {
        List<Status.Partition> partitions = new ArrayList<>();
        for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
            thread.activeTasks().forEach(task -> add(partitions, task, ACTIVE));
            thread.standbyTasks().forEach(task -> add(partitions, task, STANDBY));
        }
        partitions.sort(Comparator.comparing(Status.Partition::topic).thenComparing(Status.Partition::partition));
        Status.Versions versions = new Status.Versions(
                AppInfoParser.getVersion(), Runtime.version().toString());
        String state = streams.state().name();
        return new Status(versions, state, List.of(instance(versions, state, partitions)), partitions, lags.get());
    }

    private Status.Instance instance(Status.Versions versions, String state, List<Status.Partition> partitions) {
        List<Status.Partition> active =
                partitions.stream().filter(each -> each.role().equals(ACTIVE)).toList();
        return new Status.Instance(
                self,
                true,
                state,
                versions,
                active.size(),
                partitions.size() - active.size(),
                active.stream().mapToLong(Status.Partition::lag).sum(),
                runtime.restoring());
    }

    private void add(List<Status.Partition> partitions, TaskMetadata task, String role) {
        for (TopicPartition partition : task.topicPartitions()) {
            long end = task.endOffsets().getOrDefault(partition, -1L);
            long committed = task.committedOffsets().getOrDefault(partition, -1L);
            partitions.add(new Status.Partition(
                    self,
                    partition.topic(),
                    partition.partition(),
                    task.taskId().toString(),
                    role,
                    committed,
                    end,
                    Math.max(0, end - Math.max(0, committed))));
        }
    }

    private List<Status.Store> stores() {
        List<Status.Store> stores = new ArrayList<>();
        streams.allLocalStorePartitionLags()
                .forEach((store, partitions) -> partitions.forEach(
                        (partition, lag) -> stores.add(new Status.Store(self, store, partition, lag.offsetLag()))));
        stores.sort(Comparator.comparing(Status.Store::store).thenComparing(Status.Store::partition));
        return stores;
    }
}
