package vorsprung.app.monitoring;

/**
 * The system that is watched.
 *
 * @param api base URL of the query API
 * @param gateway base URL of the publish gateway
 */
public record Watched(String api, String gateway) {}
