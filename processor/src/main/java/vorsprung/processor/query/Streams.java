package vorsprung.processor.query;

import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;

/** What queries need of Kafka Streams. */
public interface Streams {

    /** Asks the local state stores, whatever their part in the cluster. */
    <R> StateQueryResult<R> query(StateQueryRequest<R> request);

    /**
     * Asks a partition of a store that this instance processes, for what is committed. Kafka Streams would look through
     * all of its tasks for each single seek, behind a lock that restoring takes as well.
     */
    <R> QueryResult<R> queryActive(String store, int partition, Query<R> query);
}
