package vorsprung.app.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A production Kafka broker in this process, controller and broker in one, reachable on loopback only.
 *
 * <p>Keeps everything under its folder and finds it again after a stop or a kill. Creates no topic by itself.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String SERVER = "Kafka";

    private final Path directory;
    private final int askedPort;
    private Optional<KafkaRaftServer> server = Optional.empty();
    private int port;

    /**
     * A broker that is not started yet.
     *
     * @param directory where its logs are, created when missing; one broker at a time
     * @param port 0: a free one, chosen at each start
     */
    public EmbeddedBroker(Path directory, int port) {
        this.directory = directory.toAbsolutePath();
        this.askedPort = port;
    }

    /**
     * Formats the folder at the first start, starts the broker and returns when it serves clients.
     *
     * @throws StartException if the port is taken or Kafka refuses the folder
     */
    public void start() {
        port = LoopbackPort.choose(askedPort, SERVER, "--kafka-port");
        BrokerFolder.formatOnce(directory);
        Map<String, String> settings = BrokerSettings.of(directory, port, LoopbackPort.free(SERVER));
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(properties(settings), false), Time.SYSTEM);
        server = Optional.of(starting);
        startup(starting);
        LOG.info("Kafka serves {} from {}", bootstrapServers(), directory);
    }

    /** Host and port for clients' {@code bootstrap.servers}; known once started. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** Stops the broker and waits until its logs are written; nothing to do for one that never started. */
    @Override
    public void close() {
        server.ifPresent(EmbeddedBroker::stop);
        server = Optional.empty();
    }

    private void startup(KafkaRaftServer starting) {
        try {
            starting.startup();
        } catch (RuntimeException e) { // whatever Kafka throws: the person must learn which folder it was about
            throw new StartException("Kafka did not start from " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void stop(KafkaRaftServer running) {
        running.shutdown();
        running.awaitShutdown();
    }

    private static Properties properties(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
