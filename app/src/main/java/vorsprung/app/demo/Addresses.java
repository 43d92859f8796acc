package vorsprung.app.demo;

import java.util.Optional;

/**
 * Where a running system is reached.
 *
 * @param api base URL of the query API
 * @param gateway base URL of the publish gateway
 * @param registry the schema registry's {@code schema.registry.url}
 * @param kafka Kafka's {@code bootstrap.servers}
 * @param watchers who watches it, where it was asked for
 */
public record Addresses(String api, String gateway, String registry, String kafka, Optional<Watchers> watchers) {

    /**
     * Base URLs of those who watch.
     *
     * @param prometheus of Prometheus
     * @param alertmanager of Alertmanager
     */
    public record Watchers(String prometheus, String alertmanager) {}
}
