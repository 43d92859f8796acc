package vorsprung.app.demo;

import java.nio.file.Path;

/**
 * Where a system in one process lives and listens.
 *
 * @param dataDir folder of everything it keeps
 * @param apiPort port of the query API, 0 for a free one, as all ports
 * @param gatewayPort port of the publish gateway
 * @param registryPort port of the schema registry
 * @param kafkaPort port of Kafka
 */
public record LocalSettings(Path dataDir, int apiPort, int gatewayPort, int registryPort, int kafkaPort) {}
