package vorsprung.processor.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the brokers are to know of the group: with the streams protocol, they and not the instances decide about standbys
 * and about who is dead.
 *
 * @param group the group, which is the application's id
 * @param standbys copies of each store on other instances
 * @param sessionTimeout after how long without a sign of life an instance is taken for dead; absent: the brokers' own
 */
public record GroupSettings(String group, int standbys, Optional<Duration> sessionTimeout) {
    private static final Logger LOG = LoggerFactory.getLogger(GroupSettings.class);
    private static final String STANDBYS = "streams.num.standby.replicas";
    private static final String SESSION = "streams.session.timeout.ms";

    /**
     * Tells the brokers. Where that is not permitted it says what the operator is to do, and goes on: the group works
     * with what the brokers have.
     *
     * @throws IllegalStateException if the brokers refuse a value; the message says which bounds they set
     */
    public void apply(Map<String, Object> clientSettings) {
        try (Admin admin = Admin.create(new HashMap<>(clientSettings))) {
            admin.incrementalAlterConfigs(Map.of(resource(), changes())).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the group was set up", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw new IllegalStateException(
                        "the brokers refuse the settings of group " + group + ", " + values() + ": " + e.getCause(), e);
            }
            LOG.warn(
                    "This instance may not alter the settings of group {}; the operator can, by `kafka-configs.sh"
                            + " --alter --entity-type groups --entity-name {} --add-config {}`",
                    group,
                    group,
                    values());
        }
    }

    private ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.GROUP, group);
    }

    private List<AlterConfigOp> changes() {
        List<AlterConfigOp> changes = new ArrayList<>();
        changes.add(new AlterConfigOp(new ConfigEntry(STANDBYS, String.valueOf(standbys)), OpType.SET));
        sessionTimeout.ifPresent(timeout -> changes.add(
                new AlterConfigOp(new ConfigEntry(SESSION, String.valueOf(timeout.toMillis())), OpType.SET)));
        return changes;
    }

    private String values() {
        return STANDBYS + "=" + standbys
                + sessionTimeout
                        .map(timeout -> "," + SESSION + "=" + timeout.toMillis())
                        .orElse("");
    }
}
