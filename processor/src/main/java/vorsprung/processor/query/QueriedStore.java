package vorsprung.processor.query;

import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.store.HalfOpenCursor;
import vorsprung.processor.store.ReadableStore;

/** One partition of a store, asked by interactive queries; remembers whether it changed while it was asked. */
final class QueriedStore implements ReadableStore {
    private final Streams streams;
    private final String store;
    private final int partition;
    private final Role role;
    private @Nullable Position first;
    private @Nullable Position last;

    /** In which role the instance must have the partition. */
    enum Role {
        /** As the one that processes it, restored. */
        ACTIVE,
        /** In any. */
        ANY
    }

    QueriedStore(Streams streams, String store, int partition, Role role) {
        this.streams = streams;
        this.store = store;
        this.partition = partition;
        this.role = role;
    }

    /** The position of the last answer as a text: equal texts, equal content. */
    String position() {
        Position seen = last;
        if (seen == null) {
            return "";
        }
        Map<String, Map<Integer, Long>> offsets = new TreeMap<>();
        seen.getTopics().forEach(topic -> offsets.put(topic, new TreeMap<>(seen.getPartitionPositions(topic))));
        return offsets.toString();
    }

    /** Whether a commit lay between two of the answers, so that they may not fit together. Positions only grow. */
    boolean hasChanged() {
        return !Objects.equals(first, last);
    }

    @Override
    public Optional<byte[]> get(byte[] key) {
        return Optional.ofNullable(answer(KeyQuery.<Bytes, byte[]>withKey(Bytes.wrap(key))));
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> ascending(byte[] from, byte[] to) {
        return range(
                RangeQuery.<Bytes, byte[]>withRange(Bytes.wrap(from), Bytes.wrap(to))
                        .withAscendingKeys(),
                to);
    }

    @Override
    public Cursor<Entry<byte[], byte[]>> descending(byte[] from, byte[] to) {
        return range(
                RangeQuery.<Bytes, byte[]>withRange(Bytes.wrap(from), Bytes.wrap(to))
                        .withDescendingKeys(),
                to);
    }

    @Override
    public boolean neverGoesBack() {
        return role == Role.ACTIVE;
    }

    private Cursor<Entry<byte[], byte[]>> range(RangeQuery<Bytes, byte[]> query, byte[] to) {
        KeyValueIterator<Bytes, byte[]> entries = answer(query);
        if (entries == null) {
            throw notReady("it gave no answer");
        }
        return new HalfOpenCursor(entries, to);
    }

    private <R> @Nullable R answer(Query<R> query) {
        QueryResult<R> result = ask(query);
        if (result == null) {
            throw notReady("it is not on this instance");
        }
        if (result.isFailure()) {
            throw notReady(result.getFailureMessage());
        }
        note(result.getPosition());
        return result.getResult();
    }

    private <R> @Nullable QueryResult<R> ask(Query<R> query) {
        try {
            return role == Role.ACTIVE ? streams.queryActive(store, partition, query) : askAny(query);
        } catch (StreamsException | IllegalStateException e) {
            throw notReady(String.valueOf(e.getMessage()));
        }
    }

    private <R> @Nullable QueryResult<R> askAny(Query<R> query) {
        return streams.query(StateQueryRequest.inStore(store).withQuery(query).withPartitions(Set.of(partition)))
                .getPartitionResults()
                .get(partition);
    }

    private void note(@Nullable Position position) {
        if (position == null) {
            return;
        }
        first = first == null ? position : first;
        last = position;
    }

    private NotReadyException notReady(String reason) {
        return new NotReadyException(store, partition, reason);
    }
}
