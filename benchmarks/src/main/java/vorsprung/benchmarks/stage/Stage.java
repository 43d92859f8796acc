package vorsprung.benchmarks.stage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import vorsprung.app.embedded.EmbeddedBroker;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.topic.EventType;

/** A broker in this process with the topics of Vorsprung on it. */
public final class Stage implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final Admin admin;

    private Stage(EmbeddedBroker broker, Admin admin) {
        this.broker = broker;
        this.admin = admin;
    }

    /**
     * Starts a broker in an empty folder and creates the topics.
     *
     * @param partitions of each event topic
     */
    public static Stage in(Path folder, int partitions) {
        EmbeddedBroker broker = new EmbeddedBroker(folder, 0);
        broker.start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        TopicPlan plan = new TopicPlan(partitions, TopicPlan.BROKER_DEFAULT, 1);
        new TopicCreation(admin, KnownSchemas.registry(), plan).create();
        awaitLeaders(admin, partitions);
        return new Stage(broker, admin);
    }

    /**
     * Offsets are told by leaders only, and the client asks until it is told. A producer that starts before a broker has
     * taken over a new partition was seen to wait for it in vain.
     */
    private static void awaitLeaders(Admin admin, int partitions) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (EventType type : EventType.values()) {
            for (int partition = 0; partition < partitions; partition++) {
                all.put(new TopicPartition(type.topic(), partition), OffsetSpec.latest());
            }
        }
        done(admin.listOffsets(all).all());
    }

    /** Host and port of the broker. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Publishes events, in the order in which the source shows them, and returns when all are acknowledged. */
    public void fill(Consumer<Consumer<SpecificRecord>> source) {
        WireEvents events = new WireEvents(KnownSchemas.settings());
        try (Loader loader = new Loader(Map.of("bootstrap.servers", bootstrapServers()))) {
            source.accept(event -> loader.send(events.record(event)));
            loader.flush();
        }
    }

    /** Deletes the topics that an application of Kafka Streams has made for itself. */
    public void forget(String applicationId) {
        Set<String> names = done(admin.listTopics().names());
        List<String> own = names.stream()
                .filter(name -> name.startsWith(applicationId + "-"))
                .toList();
        done(admin.deleteTopics(own).all());
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    private static <T> T done(java.util.concurrent.Future<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("the broker refused: " + e.getCause(), e);
        }
    }
}
