package vorsprung.app.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.ServerMain;
import vorsprung.app.embedded.ServerProcess;
import vorsprung.event.FundingRound;
import vorsprung.processor.Processor;
import vorsprung.processor.ProcessorConfig;
import vorsprung.processor.runtime.Changelogs;
import vorsprung.topic.Position;
import vorsprung.topic.Topics;
import vorsprung.wire.SerdeFactory;

/** One fault each, and what comes of it, on a broker and a registry in processes of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SingleFaultsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ROUNDS = "market.funding-rounds";

    @TempDir
    private static Path folder;

    private final List<ServerProcess> servers = new ArrayList<>();
    private int markets;

    @BeforeAll
    void startServers() throws IOException {
        servers.add(ServerProcess.start(ServerMain.Kind.BROKER, folder.resolve("kafka"), 0));
        servers.add(ServerProcess.start(ServerMain.Kind.REGISTRY, folder.resolve("registry"), 0));
    }

    @AfterAll
    void stopServers() {
        servers.forEach(ServerProcess::close);
    }

    @Test
    void aStateDirectoryThatIsCorruptEndsTheInstanceAndARebuildOfItRestoresAll() throws Exception {
        Market market = market();
        Position position = market.publish(round("corrupt", "a", 5));
        try (Instance whole = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(whole, "corrupt", 5, position);
            whole.stop();
        }
        assertThat(StateFiles.corrupt(stateOf(market), new Random(1))).isPositive();

        assertThat(fails(market)).isTrue();
        try (Instance rebuilt =
                Instance.start(market.instance("one"), "--rebuild").awaitReady()) {
            awaitRaised(rebuilt, "corrupt", 5, position);
        }
    }

    @Test
    void aStateDirectoryThatIsLostIsRestoredByItself() throws Exception {
        Market market = market();
        Position position = market.publish(round("lost", "a", 5));
        try (Instance whole = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(whole, "lost", 5, position);
            whole.kill();
        }
        StateFiles.delete(stateOf(market));

        try (Instance restored = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(restored, "lost", 5, position);
        }
    }

    @Test
    void aDeadLetterThatCannotBeWrittenStopsTheInstanceAndSkipsNothing() throws Exception {
        Market market = market();
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            limitMessages(Topics.DEAD_LETTERS.name(), 64);
            RecordMetadata garbage = send(ROUNDS, "unwritable", new byte[500]);
            Position behind = market.publish(round("unwritable", "a", 5));

            assertThat(instance.awaitExit()).isNotZero();
            assertThat(deadLettersOf(garbage)).isEmpty();

            limitMessages(Topics.DEAD_LETTERS.name(), Topics.LARGEST_RECORD_BYTES);
            try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
                awaitRaised(again, "unwritable", 5, behind);
                assertThat(deadLettersOf(garbage)).hasSize(1);
            }
        }
    }

    @Test
    void aRecordThatIsTooLargeIsADeadLetterAndTheNextIsProcessed() throws Exception {
        Market market = market();
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            byte[] asLargeAsTheTopicTakes = new byte[1_048_000];
            new Random(2).nextBytes(asLargeAsTheTopicTakes);
            byte[] largerThanThatUncompressed = new byte[3_000_000];
            byte[] largerThanAnyTopicTakes = new byte[12_000_000];

            RecordMetadata large = send(ROUNDS, "large", asLargeAsTheTopicTakes);
            RecordMetadata larger = send(ROUNDS, "large", largerThanThatUncompressed);
            RecordMetadata largest = send(ROUNDS, "large", largerThanAnyTopicTakes);
            Position behind = market.publish(round("large", "a", 5));

            awaitRaised(instance, "large", 5, behind);
            assertThat(deadLettersOf(large)).containsExactly(asLargeAsTheTopicTakes);
            assertThat(deadLettersOf(larger)).containsExactly(largerThanThatUncompressed);
            assertThat(deadLettersOf(largest)).hasSize(1);
        }
    }

    @Test
    void withTheRegistryAwayWhatWasReadBeforeIsReadOn() throws Exception {
        Market market = market();
        byte[] later = wire("cached", 7);
        Position first = market.publish(round("cached", "a", 5));
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(instance, "cached", 5, first);
            withoutRegistry(() -> {
                RecordMetadata second = send(ROUNDS, "cached", later);

                awaitRaised(instance, "cached", 12, Position.NOWHERE.with(ROUNDS, second.partition(), second.offset()));
                assertThat(instance.ask("/readyz").statusCode()).isEqualTo(200);
            });
            awaitRaised(instance, "cached", 15, market.publish(round("cached", "c", 3)));
        }
    }

    @Test
    void anInternalTopicThatIsDeletedIsToldAtTheStartAndComputedAnewFromTheEvents() throws Exception {
        Market market = market();
        Position position = market.publish(round("deleted", "a", 5));
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(instance, "deleted", 5, position);
            instance.stop();
        }
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(market.applicationId() + "-timelines-by-company-changelog"))
                    .all()
                    .get();
        }

        Position behind = market.publish(round("deleted", "b", 6));
        assertThatCode(() -> changelogs(market, "a-store-of-the-next-version").refuseWhenLost())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Instance.start(market.instance("one")))
                .hasMessageContaining("timelines-by-company-changelog")
                .hasMessageContaining("--rebuild all");
        try (Instance again =
                Instance.start(market.instance("one"), "--rebuild=ALL").awaitReady()) {
            awaitRaised(again, "deleted", 11, behind);
        }
    }

    @Test
    void aZombieThatWakesUpWritesNothingAndAnswersAsTheOthersDo() throws Exception {
        Market market = market();
        List<String> companies =
                IntStream.range(0, 8).mapToObj(i -> "zombie-" + i).toList();
        try (Instance one = Instance.start(market.instance("one")).awaitReady();
                Instance two = Instance.start(market.instance("two")).awaitReady()) {
            Position before = publishEach(market, companies, "a", 5);
            for (String company : companies) {
                awaitRaised(two, company, 5, before);
            }
            one.freeze();
            Position meanwhile = publishEach(market, companies, "b", 6);
            for (String company : companies) {
                awaitRaised(two, company, 11, meanwhile);
            }
            one.wake();
            Position after = publishEach(market, companies, "c", 7);

            for (String company : companies) {
                awaitRaised(one, company, 18, after);
                awaitRaised(two, company, 18, after);
            }
        }
    }

    @Test
    void fiftyRebalancesLeaveNoMeterBehindAndNothingThatIsNoNumber() throws Exception {
        Market market = market();
        try (Instance stays = Instance.start(market.instance("stays")).awaitReady()) {
            awaitRaised(stays, "moved", 5, market.publish(round("moved", "a", 5)));
            comeAndGo(market, stays);
            Set<String> before = series(stays);
            for (int pair = 0; pair < 24; pair++) {
                comeAndGo(market, stays);
            }

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                Set<String> more = series(stays);
                more.removeAll(before);
                assertThat(more).isEmpty();
            });
            assertThat(stays.ask("/metrics").body()).doesNotContain("NaN");
            awaitRaised(stays, "moved", 5, Position.NOWHERE);
        }
    }

    /** Whether it ends by itself: before it answers anybody, or soon after. */
    private static boolean fails(Market market) throws IOException {
        try (Instance started = Instance.start(market.instance("one"))) {
            return started.awaitExit() != 0;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("ended before it answered");
            return true;
        }
    }

    /** Two rebalances. */
    private void comeAndGo(Market market, Instance stays) throws Exception {
        try (Processor guest = Processor.of(ProcessorConfig.of(market.instance("guest")))) {
            guest.start();
            Awaitility.await().atMost(PATIENCE).until(() -> instancesWithPartitions(stays) == 2);
        }
        Awaitility.await().atMost(PATIENCE).until(() -> instancesWithPartitions(stays) == 1);
    }

    private static long instancesWithPartitions(Instance asked) throws IOException, InterruptedException {
        JsonNode status = JSON.readTree(asked.ask("/v1/status").body());
        long count = 0;
        int active = 0;
        for (JsonNode instance : status.get("instances")) {
            int partitions = instance.path("activePartitions").intValue();
            active += partitions;
            count += partitions > 0 && instance.get("state").textValue().equals("RUNNING") ? 1 : 0;
        }
        return active == 7 * 4 + 1 ? count : 0;
    }

    /** Every meter with its labels. */
    private static Set<String> series(Instance instance) throws IOException, InterruptedException {
        Set<String> series = new TreeSet<>();
        instance.ask("/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> series.add(line.substring(0, line.lastIndexOf(' '))));
        return series;
    }

    private Changelogs changelogs(Market market, String store) {
        return new Changelogs(
                Map.of("bootstrap.servers", servers.get(0).address()), market.applicationId(), List.of(store));
    }

    private Market market() {
        return Market.on(servers.get(0).address(), servers.get(1).address(), newFolder());
    }

    private Path newFolder() {
        try {
            return Files.createDirectory(folder.resolve("market-" + markets++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path stateOf(Market market) {
        return Path.of(market.instance("one").get("state.dir"));
    }

    private static Position publishEach(Market market, List<String> companies, String fact, long dollars)
            throws IOException {
        StringBuilder lines = new StringBuilder();
        companies.forEach(company -> lines.append(round(company, fact, dollars)));
        return market.publish(lines.toString());
    }

    private static String round(String company, String fact, long dollars) {
        return """
                {"type": "funding-round", "companyId": "%s", "eventId": "%s", "occurredAt": "2025-11-01",\
                 "recordedAt": "2025-11-21", "amountUsd": %d}
                """.formatted(company, fact, dollars);
    }

    private byte[] wire(String company, long dollars) {
        try (Serializer<FundingRound> serializer = SerdeFactory.serde(
                        Map.of("schema.registry.url", servers.get(1).address()), FundingRound.class)
                .serializer()) {
            Instant then = Instant.parse("2025-11-02T00:00:00Z");
            return serializer.serialize(
                    ROUNDS,
                    FundingRound.newBuilder()
                            .setCompanyId(company)
                            .setEventId("by-hand")
                            .setOccurredAt(then)
                            .setRecordedAt(then)
                            .setAmountUsd(dollars)
                            .build());
        }
    }

    private static void awaitRaised(Instance instance, String company, long dollars, Position position) {
        String question = "/v1/companies/" + company + "?timeout=20000";
        String[] headers = position.equals(Position.NOWHERE)
                ? new String[0]
                : new String[] {"Vorsprung-Position", position.toString()};
        String answer = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> instance.ask(question, headers), each -> each.statusCode() == 200)
                .body();
        try {
            assertThat(JSON.readTree(answer).get("totalRaisedUsd").longValue())
                    .as(answer)
                    .isEqualTo(dollars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /** Kills it, and starts it again where it was. */
    private void withoutRegistry(Meanwhile meanwhile) throws Exception {
        servers.get(1).kill();
        try {
            meanwhile.happens();
        } finally {
            servers.set(
                    1,
                    ServerProcess.start(
                            ServerMain.Kind.REGISTRY,
                            folder.resolve("registry"),
                            servers.get(1).port()));
        }
    }

    private RecordMetadata send(String topic, String key, byte[] value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", servers.get(0).address());
        settings.put("max.request.size", 16 << 20);
        settings.put("compression.type", "gzip");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value))
                    .get();
        }
    }

    private void limitMessages(String topic, int bytes) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(
                new ConfigEntry("max.message.bytes", String.valueOf(bytes)), AlterConfigOp.OpType.SET);
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        }
    }

    /** The values of the dead letters that were made of a record, one for each that was committed. */
    private List<byte[]> deadLettersOf(RecordMetadata origin) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers.get(0).address(), "isolation.level", "read_committed");
        TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
        List<byte[]> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                    if (header(letter, "topic").equals(origin.topic())
                            && header(letter, "partition").equals(String.valueOf(origin.partition()))
                            && header(letter, "offset").equals(String.valueOf(origin.offset()))) {
                        letters.add(letter.value());
                    }
                }
            }
        }
        return letters;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), UTF_8);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers.get(0).address()));
    }
}
