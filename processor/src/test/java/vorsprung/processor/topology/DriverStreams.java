package vorsprung.processor.topology;

import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import vorsprung.processor.query.Streams;

/** Asks the stores of a test driver, which has one partition, as Kafka Streams would be asked. */
final class DriverStreams implements Streams {
    private static final int ONLY_PARTITION = 0;

    private final TopologyTestDriver driver;

    DriverStreams(TopologyTestDriver driver) {
        this.driver = driver;
    }

    @Override
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        StateQueryResult<R> result = new StateQueryResult<>();
        if (request.getPartitions().contains(ONLY_PARTITION)) {
            result.addResult(ONLY_PARTITION, queryActive(request.getStoreName(), ONLY_PARTITION, request.getQuery()));
        }
        return result;
    }

    @Override
    public <R> QueryResult<R> queryActive(String store, int partition, Query<R> query) {
        StateStore asked =
                partition == ONLY_PARTITION ? driver.getAllStateStores().get(store) : null;
        return asked == null
                ? QueryResult.forFailure(FailureReason.NOT_PRESENT, "it is not on this instance")
                : asked.query(query, PositionBound.unbounded(), new QueryConfig(false));
    }
}
