package vorsprung.processor.query;

import java.util.List;

/**
 * How the processor stands.
 *
 * @param versions what runs
 * @param state of Kafka Streams: RUNNING when all is well
 * @param instances every instance of the application
 * @param partitions what this instance reads, and how far
 * @param stores what this instance keeps, and how far it is restored
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

    /** An instance, and how many partitions it has. */
    public record Instance(String host, int activePartitions) {}

    /**
     * A partition of a topic that this instance reads.
     *
     * @param role active or standby
     * @param committedOffset next offset to read as last committed; -1 before the first commit
     * @param endOffset next offset to be written; -1 when unknown
     * @param lag records not read yet
     */
    public record Partition(
            String topic, int partition, String task, String role, long committedOffset, long endOffset, long lag) {}

    /**
     * A partition of a store.
     *
     * @param lag changelog records not restored yet
     */
    public record Store(String store, int partition, long lag) {}
}
