package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.ServerMain;
import vorsprung.app.embedded.ServerProcess;
import vorsprung.event.FinancialReport;
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
    /** How long the broker is away: in the build longer than a transaction may last. */
    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("faults.away", 15));

    /** Events of almost a megabyte: RocksDB writes tables when it holds more than 16. */
    private static final int MORE_THAN_IS_KEPT_IN_MEMORY = 60;

    private static final String ROUNDS = "market.funding-rounds";

    @TempDir
    private static Path folder;

    private final List<ServerProcess> servers = new ArrayList<>();
    private int markets;

    @BeforeAll
    void startServers() throws IOException {
        for (ServerMain.Kind kind : ServerMain.Kind.values()) {
            servers.add(ServerProcess.start(kind, folder.resolve(kind.name()), 0));
        }
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
            // room for the markers of transactions: without it the broker could never abort one
            records().limitMessages(Topics.DEAD_LETTERS.name(), 256);
            RecordMetadata garbage = records().send(ROUNDS, "unwritable", new byte[500]);
            Position behind = market.publish(round("unwritable", "a", 5));

            assertThat(instance.awaitExit()).isNotZero();
            assertThat(records().deadLettersOf(garbage)).isEmpty();

            records().limitMessages(Topics.DEAD_LETTERS.name(), Topics.LARGEST_RECORD_BYTES);
            try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
                awaitRaised(again, "unwritable", 5, behind);
                assertThat(records().deadLettersOf(garbage)).hasSize(1);
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

            RecordMetadata large = records().send(ROUNDS, "large", asLargeAsTheTopicTakes);
            RecordMetadata larger = records().send(ROUNDS, "large", largerThanThatUncompressed);
            RecordMetadata largest = records().send(ROUNDS, "large", largerThanAnyTopicTakes);
            Position behind = market.publish(round("large", "a", 5));

            awaitRaised(instance, "large", 5, behind);
            assertThat(records().deadLettersOf(large)).containsExactly(asLargeAsTheTopicTakes);
            assertThat(records().deadLettersOf(larger)).containsExactly(largerThanThatUncompressed);
            assertThat(records().deadLettersOf(largest)).hasSize(1);
        }
    }

    @Test
    void withTheRegistryAwayWhatWasReadBeforeIsReadOn() throws Exception {
        Market market = market();
        byte[] later = wire("cached", "by-hand", 7, List.of());
        Position first = market.publish(round("cached", "a", 5));
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(instance, "cached", 5, first);
            without(ServerMain.Kind.REGISTRY, () -> {
                RecordMetadata second = records().send(ROUNDS, "cached", later);

                awaitRaised(instance, "cached", 12, positionOf(second));
                assertThat(instance.ask("/readyz").statusCode()).isEqualTo(200);
            });
            awaitRaised(instance, "cached", 15, market.publish(round("cached", "c", 3)));
        }
    }

    @Test
    void anEventOfASchemaNotReadBeforeWaitsForTheRegistryAndIsNeitherSkippedNorADeadLetter() throws Exception {
        Market market = market();
        byte[] report = ofASchemaThatNoOtherTestUses("waits");
        List<RecordMetadata> sent = new ArrayList<>();
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            without(ServerMain.Kind.REGISTRY, () -> {
                sent.add(records().send("market.financial-reports", "waits", report));

                awaitMetrics(instance, line -> line.matches("vorsprung_registry_wait_seconds [1-9].*"));
                assertThat(instance.ask("/readyz").statusCode()).isEqualTo(200);
                assertThat(instance.ask("/v1/companies/waits").statusCode()).isEqualTo(404);
            });

            awaitRaised(instance, "waits", 0, positionOf(sent.get(0)));
            assertThat(records().deadLettersOf(sent.get(0))).isEmpty();
            awaitMetrics(instance, line -> line.equals("vorsprung_registry_wait_seconds 0.0"));
        }
    }

    private static void awaitMetrics(Instance instance, Predicate<String> line) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> instance.ask("/metrics").body().lines().anyMatch(line));
    }

    @Test
    void aKillWithinATransactionLeavesNothingOfItAndNothingIsDoubled() throws Exception {
        Market market = market();
        Position position;
        try (Instance instance = Instance.start(commitsSeldom(market)).awaitReady()) {
            position = market.publish(round("within", "a", 5));
            awaitOpenTransaction(market);
            assertThat(instance.ask("/v1/companies/within").statusCode()).isEqualTo(404);
            instance.kill();
        }

        try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(again, "within", 5, position);
            awaitRaised(again, "within", 11, market.publish(round("within", "b", 6)));
        }
    }

    @Test
    void whileTheBrokerIsAwayWhatIsKnownIsAnsweredAndAllGoesOnWhenItIsBack() throws Exception {
        Market market = market();
        try (Instance instance = Instance.start(commitsSeldom(market)).awaitReady()) {
            awaitRaised(instance, "away", 5, market.publish(round("away", "a", 5)));
            Position within = market.publish(round("away", "b", 6));
            awaitOpenTransaction(market);

            withoutBroker(() -> assertRaised(instance.ask("/v1/companies/away"), 5));

            awaitRaised(instance, "away", 11, within);
            awaitRaised(instance, "away", 18, market.publish(round("away", "c", 7)));
        }
    }

    @Test
    void aCommitThatFailsEmptiesNoAnswer() throws Exception {
        Market market = market();
        Map<String, String> givesUpSoon = commitsSeldom(market);
        givesUpSoon.put("kafka.producer.max.block.ms", "2000");
        Position within;
        try (Instance instance = Instance.start(givesUpSoon).awaitReady()) {
            awaitRaised(instance, "given-up", 5, market.publish(round("given-up", "a", 5)));
            within = market.publish(round("given-up", "b", 6));
            awaitOpenTransaction(market);

            withoutBroker(() -> assertRaisedOrRefused(instance.ask("/v1/companies/given-up"), 5));
        }
        // Kafka Streams may not get over it; whatever runs it starts it again.
        try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(again, "given-up", 11, within);
        }
    }

    @Test
    void aDiskThatIsFullEndsTheInstanceAndWithRoomItGoesOnWithEveryFact() throws Exception {
        Market market = market();
        List<byte[]> more = IntStream.range(0, MORE_THAN_IS_KEPT_IN_MEMORY)
                .mapToObj(number -> wire("full", "large-" + number, 1, investors()))
                .toList();
        Position behind;
        try (Instance full = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(full, "full", 5, market.publish(round("full", "a", 5)));
            full.limitFiles(0);
            behind = positionOf(records().send(ROUNDS, "full", more));

            assertThat(full.awaitExit()).isNotZero();
        }
        try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(again, "full", 5 + more.size(), behind);
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
        records().delete(market.applicationId() + "-timelines-by-company-changelog");

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
            awaitAllFigures(stays);
            Set<String> before = series(stays);
            assertThat(before).anyMatch(each -> each.contains("StreamThread-1"));
            int first = records().rebalances(market.applicationId());
            while (records().rebalances(market.applicationId()) < first + 50) {
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

    /** Waits until an instance has all partitions to itself, and has read all figures of them since. */
    private static void awaitAllFigures(Instance alone) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> JSON.readTree(alone.ask("/v1/status").body())
                                        .get("instances")
                                        .size()
                                == 1
                        && alone.ask("/v1/companies").statusCode() == 200);
        double since = Instant.now().toEpochMilli() / 1_000.0;
        Awaitility.await().atMost(PATIENCE).until(() -> figuresReadAt(alone) > since);
    }

    private static double figuresReadAt(Instance instance) throws IOException, InterruptedException {
        return instance.ask("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("vorsprung_figures_read_timestamp_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
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

    /** Two rebalances, or more when tasks move step by step. */
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
        return active == 8 * 4 + 1 ? count : 0;
    }

    /** Every meter with its labels, but those of the requests: this test makes them. */
    private static Set<String> series(Instance instance) throws IOException, InterruptedException {
        Set<String> series = new TreeSet<>();
        HttpResponse<String> metrics = instance.ask("/metrics");
        assertThat(metrics.statusCode()).as(metrics.body()).isEqualTo(200);
        metrics.body()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("vorsprung_http_requests"))
                .forEach(line -> series.add(line.substring(0, line.lastIndexOf(' '))));
        return series;
    }

    private Changelogs changelogs(Market market, String store) {
        return new Changelogs(
                Map.of("bootstrap.servers", servers.get(0).address()), market.applicationId(), List.of(store));
    }

    /** Settings of one that keeps a transaction open for as long as the default timeout of transactions lets it. */
    private static Map<String, String> commitsSeldom(Market market) {
        Map<String, String> settings = market.instance("one");
        settings.put("commit.interval.ms", "8000");
        return settings;
    }

    private void awaitOpenTransaction(Market market) {
        String changelog = market.applicationId() + "-reports-by-company-changelog";
        Awaitility.await().atMost(PATIENCE).until(() -> records().haveOpenTransaction(changelog));
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

    private byte[] wire(String company, String fact, long dollars, List<String> investors) {
        try (Serializer<FundingRound> serializer = SerdeFactory.serde(
                        Map.of("schema.registry.url", servers.get(1).address()), FundingRound.class)
                .serializer()) {
            Instant then = Instant.parse("2025-11-02T00:00:00Z");
            return serializer.serialize(
                    ROUNDS,
                    FundingRound.newBuilder()
                            .setCompanyId(company)
                            .setEventId(fact)
                            .setOccurredAt(then)
                            .setRecordedAt(then)
                            .setAmountUsd(dollars)
                            .setInvestors(investors)
                            .build());
        }
    }

    private byte[] ofASchemaThatNoOtherTestUses(String company) {
        try (Serializer<FinancialReport> serializer = SerdeFactory.serde(
                        Map.of("schema.registry.url", servers.get(1).address()), FinancialReport.class)
                .serializer()) {
            Instant then = Instant.parse("2025-11-02T00:00:00Z");
            return serializer.serialize(
                    "market.financial-reports",
                    FinancialReport.newBuilder()
                            .setCompanyId(company)
                            .setEventId("by-hand")
                            .setOccurredAt(then)
                            .setRecordedAt(then)
                            .setMonthlyBurnUsd(7L)
                            .build());
        }
    }

    /** As many and as long as the rules allow in a record. */
    private static List<String> investors() {
        return IntStream.range(0, 256)
                .mapToObj(number -> "x".repeat(3_500) + number)
                .toList();
    }

    private static Position positionOf(RecordMetadata record) {
        return Position.NOWHERE.with(record.topic(), record.partition(), record.offset());
    }

    private static void awaitRaised(Instance instance, String company, long dollars, Position position) {
        String question = "/v1/companies/" + company + "?timeout=20000";
        String[] headers = position.equals(Position.NOWHERE)
                ? new String[0]
                : new String[] {"Vorsprung-Position", position.toString()};
        assertRaised(
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .ignoreExceptions()
                        .until(() -> instance.ask(question, headers), each -> each.statusCode() == 200),
                dollars);
    }

    private static void assertRaisedOrRefused(HttpResponse<String> answer, long dollars) {
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        } else {
            assertRaised(answer, dollars);
        }
    }

    private static void assertRaised(HttpResponse<String> answer, long dollars) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            assertThat(JSON.readTree(answer.body()).get("totalRaisedUsd").longValue())
                    .as(answer.body())
                    .isEqualTo(dollars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /** Kills a server, and starts it again where it was. */
    private void without(ServerMain.Kind kind, Meanwhile meanwhile) throws Exception {
        int which = List.of(ServerMain.Kind.values()).indexOf(kind);
        servers.get(which).kill();
        try {
            meanwhile.happens();
        } finally {
            servers.set(
                    which,
                    ServerProcess.start(
                            kind,
                            folder.resolve(kind.name()),
                            servers.get(which).port()));
        }
    }

    /** This holds all the time that it is away. */
    private void withoutBroker(Meanwhile holds) throws Exception {
        without(
                ServerMain.Kind.BROKER,
                () -> Awaitility.await()
                        .during(AWAY)
                        .atMost(AWAY.plus(PATIENCE))
                        .untilAsserted(holds::happens));
    }

    private Records records() {
        return new Records(servers.get(0).address());
    }
}
