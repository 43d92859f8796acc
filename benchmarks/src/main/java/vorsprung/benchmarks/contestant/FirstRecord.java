package vorsprung.benchmarks.contestant;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vorsprung.app.embedded.EmbeddedBroker;

/** A program of its own: starts the embedded broker in a folder, says when it has acknowledged a record, and stops. */
final class FirstRecord {
    static final String SAID = "acknowledged";
    private static final String TOPIC = "first";

    private static final int CLOSING_SECONDS = 30;

    private FirstRecord() {}

    public static void main(String[] folder) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        // who measures sends a signal at once; a broker cut off would have its log to mend at the next start
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed)));
        record(folder[0]);
        closed.countDown();
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void record(String folder) throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(Path.of(folder), 0)) {
            broker.start();
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
            create(settings);
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(TOPIC, new byte[1])).get();
                System.out.println(SAID);
            }
        }
    }

    private static void create(Map<String, Object> settings) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
