package vorsprung.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.ServerMain;
import vorsprung.app.embedded.ServerProcess;
import vorsprung.app.embedded.StackExtension;
import vorsprung.app.gateway.RetryingPublisher.Acknowledged;
import vorsprung.ingest.Ingest;
import vorsprung.ingest.IngestConfig;
import vorsprung.provision.TopicCreation;
import vorsprung.provision.TopicPlan;
import vorsprung.publication.Publication;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;
import vorsprung.wire.SchemaRegistries;

/** Two gateways over a broker that dies under them, and fifty clients at once that do not give up. */
@ExtendWith(StackExtension.class)
final class FiftyPublishersIT {

    private static final int PUBLISHERS = 50;
    private static final int REQUESTS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final EventType[] TYPES = {EventType.FUNDING_ROUND, EventType.FINANCIAL_REPORT};

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RetryingPublisher.Counts counts = new RetryingPublisher.Counts();
    private final ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedEventIsThereOnceThoughTheBrokerIsKilledInBetween(EmbeddedStack stack) throws Exception {
        ServerProcess broker = startBroker(0);
        Map<String, String> settings =
                Map.of("bootstrap.servers", broker.address(), SchemaRegistries.URL, stack.registryUrl());
        createTopics(settings);
        try (Ingest one = started(settings);
                Ingest two = started(settings)) {
            List<Future<List<Acknowledged>>> publishing = publishFrom(List.of(uri(one), uri(two)));
            awaitAcknowledged(PUBLISHERS * REQUESTS / 3);
            broker.kill();
            awaitRefused(PUBLISHERS);
            broker = startBroker(broker.port());

            compare(all(publishing), new CommittedEvents(settings));
        } finally {
            threads.shutdownNow();
            broker.close();
        }
    }

    private void compare(List<Acknowledged> acknowledged, CommittedEvents committed) {
        List<Acknowledged> there = new ArrayList<>();
        for (EventType type : TYPES) {
            committed.read(Topics.of(type), type.record()).forEach(found -> there.add(CommittedEvents.event(found)));
        }
        assertThat(there).extracting(Acknowledged::eventId).doesNotHaveDuplicates();
        assertThat(there).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(committed.read(Topics.PUBLICATIONS, Publication.class))
                .as("one record in the audit for each request")
                .hasSize(PUBLISHERS * REQUESTS);
        assertThat(counts.broken()).as("clients that hung up").hasPositiveValue();
        assertThat(counts.replayed()).as("answers given again").hasPositiveValue();
    }

    private List<Future<List<Acknowledged>>> publishFrom(List<URI> gateways) {
        return IntStream.range(0, PUBLISHERS)
                .mapToObj(number ->
                        threads.submit(() -> publish(number, new RetryingPublisher(client, gateways, counts, number))))
                .toList();
    }

    private static List<Acknowledged> publish(int number, RetryingPublisher publisher) {
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String request = "publisher-" + number + "-request-" + i;
            List<String> ids = IntStream.range(0, i % 4 == 0 ? 3 : 1)
                    .mapToObj(event -> request + "-event-" + event)
                    .toList();
            List<Acknowledged> answered = publisher.publish(TYPES[i % 2], body(number, ids));
            assertThat(answered).extracting(Acknowledged::eventId).isEqualTo(ids);
            acknowledged.addAll(answered);
        }
        return acknowledged;
    }

    private static String body(int number, List<String> ids) {
        String company = "\"company\":\"Company " + number + "\",\"occurredAt\":\"2025-03-31\"";
        return ids.stream()
                .map(id -> "{" + company + ",\"eventId\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Acknowledged> all(List<Future<List<Acknowledged>>> publishing)
            throws ExecutionException, InterruptedException {
        List<Acknowledged> all = new ArrayList<>();
        for (Future<List<Acknowledged>> each : publishing) {
            all.addAll(each.get());
        }
        return all;
    }

    private void awaitAcknowledged(int requests) {
        Awaitility.await().atMost(PATIENCE).until(() -> counts.acknowledged().get() >= requests);
    }

    /** Until so many more requests were told to come back. */
    private void awaitRefused(int requests) {
        int before = counts.refused().get();
        Awaitility.await().atMost(PATIENCE).until(() -> counts.refused().get() >= before + requests);
    }

    private ServerProcess startBroker(int port) throws IOException {
        return ServerProcess.start(ServerMain.Kind.BROKER, folder.resolve("kafka"), port);
    }

    private static void createTopics(Map<String, String> settings) {
        TopicPlan plan = new TopicPlan(Topics.DEFAULT_PARTITIONS, TopicPlan.BROKER_DEFAULT, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.get("bootstrap.servers")))) {
            new TopicCreation(admin, SchemaRegistries.of(settings), plan).create();
        }
    }

    private Ingest started(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("gateway.port", "0");
        Ingest ingest = new Ingest(IngestConfig.of(all), InstantSource.system());
        ingest.start();
        HttpRequest ready =
                HttpRequest.newBuilder(uri(ingest).resolve("/readyz")).build();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.send(ready, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        return ingest;
    }

    private static URI uri(Ingest ingest) {
        return URI.create("http://127.0.0.1:" + ingest.port());
    }
}
