package vorsprung.app.command;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.TimeoutException;

/** Connections to a cluster for commands, with a person's patience: Kafka's own is a minute. */
final class KafkaAdmin {

    private static final String TIMEOUT_MS = "8000";
    private static final String REQUEST_TIMEOUT_MS = "4000";

    private KafkaAdmin() {}

    /**
     * A client of a cluster that answers.
     *
     * @throws KafkaAwayException if it does not
     */
    static Admin connect(Map<String, String> clientSettings) throws InterruptedException {
        Map<String, Object> bounded = new HashMap<>();
        bounded.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        bounded.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        bounded.putAll(clientSettings);
        Admin admin = Admin.create(bounded);
        try {
            admin.describeCluster().clusterId().get();
            return admin;
        } catch (ExecutionException e) {
            admin.close();
            throw failure(e, clientSettings.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "?"));
        }
    }

    private static RuntimeException failure(ExecutionException e, String servers) {
        if (e.getCause() instanceof TimeoutException) {
            return new KafkaAwayException(servers, e);
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
