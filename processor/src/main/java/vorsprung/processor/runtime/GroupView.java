package vorsprung.processor.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;
import vorsprung.processor.query.Cluster;
import vorsprung.processor.query.Holders;
import vorsprung.processor.query.Lag;
import vorsprung.processor.query.Peer;
import vorsprung.processor.topology.StoreRef;

/** The group as Kafka Streams knows it from its last assignment. */
public final class GroupView implements Cluster {
    private final KafkaStreams streams;
    private final Peer self;
    private final Lags lags;

    public GroupView(KafkaStreams streams, Peer self, Lags lags) {
        this.streams = streams;
        this.self = self;
        this.lags = lags;
    }

    @Override
    public Peer self() {
        return self;
    }

    @Override
    public List<Peer> peers() {
        return streams.metadataForAllStreamsClients().stream()
                .map(client -> peer(client.hostInfo()))
                .distinct()
                .toList();
    }

    /** Nobody while the group is not known yet. */
    @Override
    public Holders holders(StoreRef store, int partition) {
        try {
            KeyQueryMetadata known = streams.queryMetadataForKey(store.name(), partition, Itself.PARTITION);
            return known == null || known.equals(KeyQueryMetadata.NOT_AVAILABLE) ? Holders.NOBODY : holders(known);
        } catch (StreamsException | IllegalStateException e) {
            return Holders.NOBODY;
        }
    }

    @Override
    public Optional<Lag> lag(StoreRef store, int partition) {
        return lags.of(store.name(), partition);
    }

    private static Holders holders(KeyQueryMetadata known) {
        Optional<Peer> active = Optional.of(known.activeHost())
                .filter(host -> !host.equals(HostInfo.unavailable()))
                .map(GroupView::peer);
        return new Holders(
                active, known.standbyHosts().stream().map(GroupView::peer).toList());
    }

    private static Peer peer(HostInfo host) {
        return new Peer(host.host(), host.port());
    }

    /** Takes the key for the number of the partition. */
    private enum Itself implements StreamPartitioner<Integer, Object> {
        PARTITION;

        @Override
        @SuppressWarnings("removal") // the one abstract method, until it is removed in favour of the one with headers
        public Optional<Set<Integer>> partitions(String topic, Integer key, Object value, int partitions) {
            return Optional.of(Set.of(key));
        }
    }
}
