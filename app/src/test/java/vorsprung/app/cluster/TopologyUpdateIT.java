package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.processor.runtime.TopologyUpdate;

/** A version with another topology takes over a group of the streams protocol, on a real broker. */
@ExtendWith(StackExtension.class)
final class TopologyUpdateIT {
    private final String group = "update-" + UUID.randomUUID();
    private final String first = group + ".first";
    private final String second = group + ".second";
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final EmbeddedStack stack;

    @TempDir
    private Path state;

    TopologyUpdateIT(EmbeddedStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(brokers())) {
            admin.createTopics(List.of(new NewTopic(first, 1, (short) 1), new NewTopic(second, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Test
    void itGoesOnWhereTheOldOneStopped() throws ExecutionException, InterruptedException {
        publish(first, "a", "b");
        try (KafkaStreams old = started(topology(first))) {
            awaitSeen("a", "b");
            stop(old);
        }

        update(topology(first, second));
        publish(first, "c");
        publish(second, "d");
        try (KafkaStreams updated = started(topology(first, second))) {
            awaitSeen("a", "b", "c", "d");
            stop(updated);
        }
    }

    @Test
    void nothingHappensWhereNothingChanged() throws ExecutionException, InterruptedException {
        update(topology(first));
        publish(first, "a");
        try (KafkaStreams running = started(topology(first))) {
            awaitSeen("a");
            update(topology(first));
            publish(first, "b");
            awaitSeen("a", "b");
            stop(running);
        }
    }

    @Test
    void itIsRefusedWhileInstancesOfTheOldOneRun() throws ExecutionException, InterruptedException {
        publish(first, "a");
        try (KafkaStreams old = started(topology(first))) {
            awaitSeen("a");

            assertThatThrownBy(() -> update(topology(first, second)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("1 instances of " + group)
                    .hasMessageContaining("stop all of them");

            publish(first, "b");
            awaitSeen("a", "b");
            stop(old);
        }
    }

    private void update(Topology topology) {
        new TopologyUpdate(brokers(), group).prepare(topology);
    }

    private KafkaStreams started(Topology topology) {
        Properties settings = new Properties();
        settings.putAll(brokers());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put("auto.offset.reset", "earliest");
        KafkaStreams streams = new KafkaStreams(topology, settings);
        streams.start();
        return streams;
    }

    private Topology topology(String... sources) {
        return new Topology()
                .addSource(
                        "sources",
                        Serdes.String().deserializer(),
                        Serdes.String().deserializer(),
                        sources)
                .addProcessor("see", this::seeing, "sources")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore("kept"), Serdes.String(), Serdes.String()),
                        "see");
    }

    private Processor<String, String, Void, Void> seeing() {
        return new ContextualProcessor<>() {
            @Override
            public void process(Record<String, String> record) {
                seen.add(record.value());
            }
        };
    }

    private void publish(String topic, String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(brokers(), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, "key", value)).get();
            }
        }
    }

    private void awaitSeen(String... values) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen).containsExactlyInAnyOrder(values));
    }

    private static void stop(KafkaStreams streams) {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(Duration.ofSeconds(20)));
    }

    private Map<String, Object> brokers() {
        return Map.of("bootstrap.servers", stack.bootstrapServers());
    }
}
