package vorsprung.app.doctor;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import vorsprung.wire.SchemaRegistries;
import vorsprung.wire.SchemaRegistry;

/** Runs all checks, each of which says what to mend. Changes nothing. */
public final class Doctor {
    private static final String BROKER = "broker";

    private final Map<String, String> settings;
    private final String group;
    private final Optional<Path> dataFolder;
    private final InstantSource clock;

    /**
     * @param settings of Kafka's clients and of the registry, under their own names
     * @param group the processor's {@code application.id}
     * @param dataFolder where a processor or a demo keeps its state; absent when it is not on this machine
     */
    public Doctor(Map<String, String> settings, String group, Optional<Path> dataFolder, InstantSource clock) {
        this.settings = settings;
        this.group = group;
        this.dataFolder = dataFolder;
        this.clock = clock;
    }

    /** Opens a client of a cluster that answers. */
    @FunctionalInterface
    public interface Connection {
        /**
         * The client, which stays the caller's to close.
         *
         * @throws RuntimeException saying why there is none
         */
        Admin open() throws InterruptedException;
    }

    /** All findings, in the order in which one would mend them. */
    public List<Finding> findings(Connection kafka) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        addKafka(kafka, findings);
        SchemaRegistry registry = SchemaRegistries.of(settings);
        findings.addAll(new SchemaCheck(registry).findings());
        findings.add(new ClockCheck(clock).finding(settings.getOrDefault(SchemaRegistries.URL, "")));
        findings.add(new FolderCheck(dataFolder).finding());
        return findings;
    }

    // Whatever keeps a client from being made or answered is the finding.
    @SuppressWarnings("CatchingUnchecked")
    private void addKafka(Connection kafka, List<Finding> findings) throws InterruptedException {
        try (Admin admin = kafka.open()) {
            findings.add(Finding.ok(BROKER, "answers at " + settings.get("bootstrap.servers")));
            findings.addAll(allowed(TopicCheck.NAME, () -> new TopicCheck(admin).findings()));
            findings.addAll(allowed(GroupCheck.NAME, () -> List.of(new GroupCheck(admin, group).finding())));
        } catch (KafkaException e) {
            findings.add(Finding.failure(BROKER, "does not do its part: " + e.getMessage(), "look into its log"));
        } catch (RuntimeException e) {
            findings.add(Finding.failure(
                    BROKER,
                    String.valueOf(e.getMessage()),
                    "start it, or name another with --bootstrap; credentials go into --config"));
            findings.add(Finding.skipped(TopicCheck.NAME, "no broker"));
            findings.add(Finding.skipped(GroupCheck.NAME, "no broker"));
        }
    }

    private interface Check {
        List<Finding> findings() throws InterruptedException;
    }

    private static List<Finding> allowed(String name, Check check) throws InterruptedException {
        try {
            return check.findings();
        } catch (AuthorizationException e) {
            return List.of(Finding.failure(
                    name,
                    "this user of Kafka may not look: " + e.getMessage(),
                    "docs/acls.sh gives an operator the rights that this needs"));
        }
    }
}
