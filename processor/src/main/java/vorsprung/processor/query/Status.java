package vorsprung.processor.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an instance of the processor stands, or how all of them do.
 *
 * @param versions what runs on the instance that is asked
 * @param state of its Kafka Streams: RUNNING when all is well
 * @param instances every instance of the application that is known
 * @param partitions what they read, and how far
 * @param stores what they keep, and how far it is restored
 */
public record Status(
        Versions versions, String state, List<Instance> instances, List<Partition> partitions, List<Store> stores) {
    public Status {
        instances = List.copyOf(instances);
        partitions = List.copyOf(partitions);
        stores = List.copyOf(stores);
    }

    /** Versions of the Kafka clients and of Java. */
    public record Versions(String kafka, String java) {}

    /**
     * An instance, and how it stands.
     *
     * @param host its address, as others reach it
     * @param reachable whether it answered
     * @param state of its Kafka Streams; absent when it did not answer, as is all that follows
     * @param activePartitions partitions of topics that it processes
     * @param standbyPartitions partitions of topics of whose stores it keeps copies
     * @param lag records of those partitions not processed yet
     * @param restoring what it restores
     */
    public record Instance(
            String host,
            boolean reachable,
            @Nullable String state,
            @Nullable Versions versions,
            @Nullable Integer activePartitions,
            @Nullable Integer standbyPartitions,
            @Nullable Long lag,
            @Nullable Restoring restoring) {

        /** One that did not answer. */
        static Instance silent(Peer peer) {
            return new Instance(peer.toString(), false, null, null, null, null, null, null);
        }
    }

    /**
     * A partition of a topic that an instance reads.
     *
     * @param instance the instance's address
     * @param role active or standby
     * @param committedOffset next offset to read as last committed; -1 before the first commit
     * @param endOffset next offset to be written; -1 when unknown
     * @param lag records not read yet
     */
    public record Partition(
            String instance,
            String topic,
            int partition,
            String task,
            String role,
            long committedOffset,
            long endOffset,
            long lag) {}

    /**
     * A partition of a store.
     *
     * @param instance the address of the instance that keeps it
     * @param lag changelog records not restored yet, markers of transactions among them
     */
    public record Store(String instance, String store, int partition, long lag) {}

    /** The same with what another instance says of itself. */
    Status and(Status other) {
        return new Status(
                versions,
                state,
                joined(instances, other.instances, Comparator.comparing(Instance::host)),
                joined(
                        partitions,
                        other.partitions,
                        Comparator.comparing(Partition::topic)
                                .thenComparing(Partition::partition)
                                .thenComparing(Partition::role)),
                joined(stores, other.stores, Comparator.comparing(Store::store).thenComparing(Store::partition)));
    }

    /** The same with an instance that did not answer. */
    Status andSilent(Peer peer) {
        return and(new Status(versions, state, List.of(Instance.silent(peer)), List.of(), List.of()));
    }

    private static <T> List<T> joined(List<T> some, List<T> others, Comparator<T> order) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(order);
        return all;
    }
}
