package vorsprung.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackOptions;

/**
 * {@code vorsprung rehearse FOLDER}: starts and stops the embedded servers once in a folder of its own, so that the
 * launcher learns which classes a start needs and can archive them. Of no use to people, hence hidden.
 */
@Command(name = "rehearse", hidden = true)
public final class RehearseCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final String TOPIC = "rehearsal";

    @Parameters(index = "0")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path folder;

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        try (EmbeddedStack stack = new EmbeddedStack(new StackOptions(folder, 0, 0))) {
            stack.start();
            Map<String, Object> client = Map.of("bootstrap.servers", stack.bootstrapServers());
            createTopic(client);
            publish(client);
        }
        return DONE;
    }

    private static void createTopic(Map<String, Object> client) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void publish(Map<String, Object> client) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "value")).get();
        }
    }
}
