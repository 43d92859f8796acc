package vorsprung.processor.query;

import vorsprung.processor.topology.StoreRef;

/** Which partitions of the stores are this instance's own: those that it processes, not copies of others' work. */
@FunctionalInterface
public interface Ownership {
    /** Whether it processes the partition that this partition of the store is kept from. */
    boolean owns(StoreRef store, int partition);
}
