package vorsprung.app.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/** A broker that knows its users, by passwords that are their names, and lets each do only what it was given. */
public final class SecuredBroker implements AutoCloseable {

    /** The one who may do everything. */
    public static final String ADMIN = "admin";

    private static final String MODULE = PlainLoginModule.class.getName() + " required ";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private SecuredBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts one in this folder on a free port, for these users and the admin. */
    public static SecuredBroker start(Path folder, List<String> users) {
        int port = LoopbackPort.free("Kafka");
        BrokerFolder.formatOnce(folder);
        Properties settings = new Properties();
        settings.putAll(BrokerSettings.of(folder, port, LoopbackPort.free("Kafka")));
        settings.putAll(security(users));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new SecuredBroker(server, LoopbackPort.HOST + ":" + port);
    }

    /** What a client of Kafka needs to be this user. */
    public Map<String, String> client(String user) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(user) + ";");
    }

    /** The same as settings of Vorsprung, which take those of Kafka's clients under {@code kafka.}. */
    public Map<String, String> settings(String user) {
        return client(user).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().startsWith("s") ? "kafka." + setting.getKey() : setting.getKey(),
                        Map.Entry::getValue));
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** The controller knows nobody by name; only this broker reaches it. */
    private static Map<String, String> security(List<String> users) {
        String known = users.stream()
                .map(user -> " user_" + user + "=\"" + user + "\"")
                .collect(Collectors.joining("", " user_" + ADMIN + "=\"" + ADMIN + "\"", ";"));
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "listener.security.protocol.map",
                "BROKER:SASL_PLAINTEXT," + BrokerSettings.CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("listener.name.broker.plain.sasl.jaas.config", login(ADMIN) + known);
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        return settings;
    }

    private static String login(String user) {
        return MODULE + "username=\"" + user + "\" password=\"" + user + "\"";
    }
}
