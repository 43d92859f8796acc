package vorsprung.processor.query;

import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;

/** What queries need of Kafka Streams. */
public interface Streams {

    /** Asks the local state stores. */
    <R> StateQueryResult<R> query(StateQueryRequest<R> request);
}
