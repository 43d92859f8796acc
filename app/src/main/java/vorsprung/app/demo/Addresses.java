package vorsprung.app.demo;

/**
 * Where a running system is reached.
 *
 * @param api base URL of the query API
 * @param gateway base URL of the publish gateway
 * @param registry the schema registry's {@code schema.registry.url}
 * @param kafka Kafka's {@code bootstrap.servers}
 */
public record Addresses(String api, String gateway, String registry, String kafka) {}
