package vorsprung.processor.topology;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends a record to all partitions of its topic. */
final class EveryPartition implements StreamPartitioner<byte[], byte[]> {
    @Override
    @SuppressWarnings("removal") // the form with headers comes to this one, which is the abstract one
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int numPartitions) {
        return Optional.of(IntStream.range(0, numPartitions).boxed().collect(Collectors.toSet()));
    }
}
