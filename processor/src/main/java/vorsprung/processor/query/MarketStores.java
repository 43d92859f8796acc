package vorsprung.processor.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.utils.Utils;
import vorsprung.processor.store.ReadableStore;
import vorsprung.processor.topology.StoreRef;

/** The partitions of all stores. What is read of one is as it was between two commits. */
public interface MarketStores {

    /** Number of partitions of every store. */
    int partitions();

    /** On what terms the thread that asks is answered. */
    CurrentTerms terms();

    /** The partition that keeps a subject, by Kafka's own hash of the key. */
    default int partitionOf(String subject) {
        byte[] key = subject.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions();
    }

    /**
     * What the reader makes of one partition of a store. The reader may be called several times, and must only read.
     *
     * @throws NotReadyException if the partition cannot be asked now
     */
    <T> T read(StoreRef store, int partition, Function<ReadableStore, T> reader);

    /**
     * What the reader makes of each partition of a store, in the order of the partitions.
     *
     * @throws NotReadyException naming every partition that cannot be asked now; never a shorter list
     */
    <T> List<T> gather(StoreRef store, Function<Shard, T> reader);
}
