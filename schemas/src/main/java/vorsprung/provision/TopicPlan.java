package vorsprung.provision;

/**
 * What the operator decides about topics before production.
 *
 * @param partitions number of partitions that all event topics share
 * @param replicationFactor copies of each partition, or -1 for the broker's default
 * @param minInsyncReplicas copies that must have a record before it counts as written
 */
public record TopicPlan(int partitions, short replicationFactor, int minInsyncReplicas) {
    /** The broker's own default replication factor. */
    public static final short BROKER_DEFAULT = -1;

    public TopicPlan {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
        }
        if (replicationFactor < 1 && replicationFactor != BROKER_DEFAULT) {
            throw new IllegalArgumentException("replicationFactor must be at least 1 or -1, not " + replicationFactor);
        }
        if (minInsyncReplicas < 1 || (replicationFactor > 0 && minInsyncReplicas > replicationFactor)) {
            throw new IllegalArgumentException("minInsyncReplicas must be from 1 to the replication factor, not "
                    + minInsyncReplicas + " of " + replicationFactor);
        }
    }
}
