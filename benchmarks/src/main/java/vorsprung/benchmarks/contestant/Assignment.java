package vorsprung.benchmarks.contestant;

import java.nio.file.Path;
import java.util.Map;
import vorsprung.benchmarks.market.MarketShape;

/**
 * What a contestant is told.
 *
 * @param bootstrapServers the broker
 * @param events how many events its topics hold, or how many it is to publish
 * @param facts how long the longest history of a subject is to grow
 * @param shape of the market
 * @param folder an empty folder of its own
 * @param name of this run alone, fit for an application id
 */
public record Assignment(String bootstrapServers, long events, int facts, MarketShape shape, Path folder, String name) {

    /** What a client of Kafka is told. */
    Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    /** The same work in another folder. */
    public Assignment in(Path other) {
        return new Assignment(bootstrapServers, events, facts, shape, other, name);
    }
}
