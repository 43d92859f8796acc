package vorsprung.processor.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.ResultOrder;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.store.HeapStore;
import vorsprung.processor.store.WritableStore;
import vorsprung.processor.topology.StoreRef;

/** Streams of an instance whose tasks are maps: some active, some copies. */
final class HeapStreams implements Streams {
    private final Map<String, Task> tasks = new HashMap<>();

    private static final class Task {
        private final NavigableMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
        private boolean active;
        private long commits;
        private int questions;
    }

    /** From now on this instance is active for the partition. */
    HeapStreams active(StoreRef store, int partition) {
        task(store.name(), partition).active = true;
        return this;
    }

    /** From now on this instance has a copy of the partition only. */
    HeapStreams standby(StoreRef store, int partition) {
        task(store.name(), partition).active = false;
        return this;
    }

    /** Commits an entry. */
    HeapStreams put(StoreRef store, int partition, String key, String value) {
        return commit(store, partition, writer -> writer.put(utf8(key), utf8(value)));
    }

    /** Commits what is written. */
    HeapStreams commit(StoreRef store, int partition, Consumer<WritableStore> writing) {
        Task task = task(store.name(), partition);
        writing.accept(new HeapStore(task.entries));
        task.commits++;
        return this;
    }

    /** How many questions a partition of a store has answered. */
    int questions(StoreRef store, int partition) {
        return task(store.name(), partition).questions;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        StateQueryResult<R> result = new StateQueryResult<>();
        for (int partition : request.getPartitions()) {
            Task task = tasks.get(request.getStoreName() + partition);
            if (task != null) {
                result.addResult(partition, answer(task, request.getQuery()));
            }
        }
        return result;
    }

    @Override
    public <R> QueryResult<R> queryActive(String store, int partition, Query<R> query) {
        Task task = tasks.get(store + partition);
        return task == null || !task.active
                ? QueryResult.forFailure(FailureReason.NOT_ACTIVE, "it is not active")
                : answer(task, query);
    }

    @SuppressWarnings("unchecked") // the result's type is that of the query
    private static <R> QueryResult<R> answer(Task task, Query<R> query) {
        task.questions++;
        QueryResult<R> result = QueryResult.forResult((R) value(task, query));
        result.setPosition(Position.emptyPosition().withComponent("topic", 0, task.commits));
        return result;
    }

    private static @Nullable Object value(Task task, Query<?> query) {
        if (query instanceof KeyQuery<?, ?> key) {
            return task.entries.get(((Bytes) key.getKey()).get());
        }
        RangeQuery<?, ?> range = (RangeQuery<?, ?>) query;
        NavigableMap<byte[], byte[]> stretch = task.entries.subMap(
                ((Bytes) range.getLowerBound().orElseThrow()).get(),
                true,
                ((Bytes) range.getUpperBound().orElseThrow()).get(),
                true);
        return iterator(range.resultOrder() == ResultOrder.DESCENDING ? stretch.descendingMap() : stretch);
    }

    private static KeyValueIterator<Bytes, byte[]> iterator(Map<byte[], byte[]> entries) {
        Iterator<Entry<byte[], byte[]>> each = entries.entrySet().iterator();
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                Entry<byte[], byte[]> entry = each.next();
                return KeyValue.pair(Bytes.wrap(entry.getKey()), entry.getValue());
            }

            @Override
            public Bytes peekNextKey() {
                throw new UnsupportedOperationException("nobody peeks");
            }

            @Override
            public void close() {}
        };
    }

    private Task task(String store, int partition) {
        return tasks.computeIfAbsent(store + partition, none -> new Task());
    }
}
