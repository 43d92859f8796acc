package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vorsprung.app.cluster.Funding.PATIENCE;
import static vorsprung.app.cluster.Funding.TOPIC;
import static vorsprung.app.cluster.Funding.awaitRaised;
import static vorsprung.app.cluster.Funding.positionOf;
import static vorsprung.app.cluster.Funding.publishEach;
import static vorsprung.app.cluster.Funding.round;
import static vorsprung.app.cluster.Funding.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vorsprung.processor.Processor;
import vorsprung.processor.ProcessorConfig;
import vorsprung.processor.runtime.Changelogs;
import vorsprung.topic.Position;
import vorsprung.topic.Topics;

/** One fault each of an instance, of its state or of a record that it reads, and what comes of it. */
@ExtendWith(ServersExtension.class)
final class InstanceFaultsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Events of almost a megabyte: RocksDB writes tables when it holds more than 16. */
    private static final int MORE_THAN_IS_KEPT_IN_MEMORY = 60;

    private final Servers servers;

    InstanceFaultsIT(Servers servers) {
        this.servers = servers;
    }

    @Test
    void aStateDirectoryThatIsCorruptEndsTheInstanceAndARebuildOfItRestoresAll() throws Exception {
        Market market = servers.market();
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
        Market market = servers.market();
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
        Market market = servers.market();
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            // room for the markers of transactions: without it the broker could never abort one
            servers.records().limitMessages(Topics.DEAD_LETTERS.name(), 256);
            RecordMetadata garbage = servers.records().send(TOPIC, "unwritable", new byte[500]);
            Position behind = market.publish(round("unwritable", "a", 5));

            assertThat(instance.awaitExit()).isNotZero();
            assertThat(servers.records().deadLettersOf(garbage)).isEmpty();

            servers.records().limitMessages(Topics.DEAD_LETTERS.name(), Topics.LARGEST_RECORD_BYTES);
            try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
                awaitRaised(again, "unwritable", 5, behind);
                assertThat(servers.records().deadLettersOf(garbage)).hasSize(1);
                again.awaitMetrics(line -> line.matches(
                        "vorsprung_events_total\\{" + "outcome=\"dead_letter\",type=\"funding-round\"\\} [1-9].*"));
            }
        }
    }

    @Test
    void aRecordThatIsTooLargeIsADeadLetterAndTheNextIsProcessed() throws Exception {
        Market market = servers.market();
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            byte[] asLargeAsTheTopicTakes = new byte[1_048_000];
            new Random(2).nextBytes(asLargeAsTheTopicTakes);
            byte[] largerThanThatUncompressed = new byte[3_000_000];
            byte[] largerThanAnyTopicTakes = new byte[12_000_000];

            RecordMetadata large = servers.records().send(TOPIC, "large", asLargeAsTheTopicTakes);
            RecordMetadata larger = servers.records().send(TOPIC, "large", largerThanThatUncompressed);
            RecordMetadata largest = servers.records().send(TOPIC, "large", largerThanAnyTopicTakes);
            Position behind = market.publish(round("large", "a", 5));

            awaitRaised(instance, "large", 5, behind);
            assertThat(servers.records().deadLettersOf(large)).containsExactly(asLargeAsTheTopicTakes);
            assertThat(servers.records().deadLettersOf(larger)).containsExactly(largerThanThatUncompressed);
            assertThat(servers.records().deadLettersOf(largest)).hasSize(1);
        }
    }

    @Test
    void aKillWithinATransactionLeavesNothingOfItAndNothingIsDoubled() throws Exception {
        Market market = servers.market();
        Position position;
        try (Instance instance = Instance.start(market.seldomCommitting("one")).awaitReady()) {
            position = market.publish(round("within", "a", 5));
            servers.awaitOpenTransaction(market);
            assertThat(instance.ask("/v1/companies/within").statusCode()).isEqualTo(404);
            instance.kill();
        }

        try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(again, "within", 5, position);
            awaitRaised(again, "within", 11, market.publish(round("within", "b", 6)));
        }
    }

    @Test
    void aDiskThatIsFullEndsTheInstanceAndWithRoomItGoesOnWithEveryFact() throws Exception {
        Market market = servers.market();
        List<byte[]> more = IntStream.range(0, MORE_THAN_IS_KEPT_IN_MEMORY)
                .mapToObj(number -> wire(servers.registry(), "full", "large-" + number, 1, investors()))
                .toList();
        Position behind;
        try (Instance full = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(full, "full", 5, market.publish(round("full", "a", 5)));
            full.limitFiles(0);
            behind = positionOf(servers.records().send(TOPIC, "full", more));

            assertThat(full.awaitExit()).isNotZero();
        }
        try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(again, "full", 5 + more.size(), behind);
        }
    }

    @Test
    void anInternalTopicThatIsDeletedIsToldAtTheStartAndComputedAnewFromTheEvents() throws Exception {
        Market market = servers.market();
        Position position = market.publish(round("deleted", "a", 5));
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(instance, "deleted", 5, position);
            instance.stop();
        }
        servers.records().delete(market.applicationId() + "-timelines-by-company-changelog");

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
        Market market = servers.market();
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
        Market market = servers.market();
        try (Instance stays = Instance.start(market.instance("stays")).awaitReady()) {
            awaitRaised(stays, "moved", 5, market.publish(round("moved", "a", 5)));
            comeAndGo(market, stays);
            awaitAllFigures(stays);
            Set<String> before = series(stays);
            assertThat(before).anyMatch(each -> each.contains("StreamThread-1"));
            int first = servers.records().rebalances(market.applicationId());
            while (servers.records().rebalances(market.applicationId()) < first + 50) {
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
        return new Changelogs(Map.of("bootstrap.servers", servers.broker()), market.applicationId(), List.of(store));
    }

    private static Path stateOf(Market market) {
        return Path.of(market.instance("one").get("state.dir"));
    }

    /** As many and as long as the rules allow in a record. */
    private static List<String> investors() {
        return IntStream.range(0, 256)
                .mapToObj(number -> "x".repeat(3_500) + number)
                .toList();
    }
}
