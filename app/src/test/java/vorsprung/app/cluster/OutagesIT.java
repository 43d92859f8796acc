package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.app.cluster.Funding.PATIENCE;
import static vorsprung.app.cluster.Funding.TOPIC;
import static vorsprung.app.cluster.Funding.assertRaised;
import static vorsprung.app.cluster.Funding.awaitRaised;
import static vorsprung.app.cluster.Funding.positionOf;
import static vorsprung.app.cluster.Funding.publishEach;
import static vorsprung.app.cluster.Funding.round;
import static vorsprung.app.cluster.Funding.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vorsprung.app.embedded.ServerMain;
import vorsprung.event.FinancialReport;
import vorsprung.topic.Position;
import vorsprung.wire.SerdeFactory;

/** The broker or the registry is away, and comes back. */
@ExtendWith(ServersExtension.class)
final class OutagesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long the broker is away: in the build longer than a transaction may last. */
    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("faults.away", 15));

    private final Servers servers;

    OutagesIT(Servers servers) {
        this.servers = servers;
    }

    @Test
    void withTheRegistryAwayWhatWasReadBeforeIsReadOn() throws Exception {
        Market market = servers.market();
        byte[] later = wire(servers.registry(), "cached", "by-hand", 7, List.of());
        Position first = market.publish(round("cached", "a", 5));
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(instance, "cached", 5, first);
            servers.without(ServerMain.Kind.REGISTRY, () -> {
                RecordMetadata second = servers.records().send(TOPIC, "cached", later);

                awaitRaised(instance, "cached", 12, positionOf(second));
                assertThat(instance.ask("/readyz").statusCode()).isEqualTo(200);
            });
            awaitRaised(instance, "cached", 15, market.publish(round("cached", "c", 3)));
        }
    }

    @Test
    void anEventOfASchemaNotReadBeforeWaitsForTheRegistryAndIsNeitherSkippedNorADeadLetter() throws Exception {
        Market market = servers.market();
        byte[] report = ofASchemaThatNoOtherTestUses("waits");
        List<RecordMetadata> sent = new ArrayList<>();
        try (Instance instance = Instance.start(market.instance("one")).awaitReady()) {
            servers.without(ServerMain.Kind.REGISTRY, () -> {
                sent.add(servers.records().send("market.financial-reports", "waits", report));

                instance.awaitMetrics(line -> line.matches("vorsprung_registry_wait_seconds [1-9].*"));
                assertThat(instance.ask("/readyz").statusCode()).isEqualTo(200);
                assertThat(instance.ask("/v1/companies/waits").statusCode()).isEqualTo(404);
            });

            awaitRaised(instance, "waits", 0, positionOf(sent.get(0)));
            assertThat(servers.records().deadLettersOf(sent.get(0))).isEmpty();
            instance.awaitMetrics(line -> line.equals("vorsprung_registry_wait_seconds 0.0"));
        }
    }

    @Test
    void whileTheBrokerIsAwayWhatIsKnownIsAnsweredAndAllGoesOnWhenItIsBack() throws Exception {
        Market market = servers.market();
        try (Instance instance = Instance.start(market.seldomCommitting("one")).awaitReady()) {
            awaitRaised(instance, "away", 5, market.publish(round("away", "a", 5)));
            Position within = market.publish(round("away", "b", 6));
            servers.awaitOpenTransaction(market);

            withoutBroker(() -> {
                assertRaised(instance.ask("/v1/companies/away"), 5);
                assertThat(instance.ask("/v1/status").body()).contains("\"state\":\"RUNNING\"", "\"stores\":[]");
            });

            awaitRaised(instance, "away", 11, within);
            awaitRaised(instance, "away", 18, market.publish(round("away", "c", 7)));
        }
    }

    @Test
    void ofTwoInstancesNoneAnswersAsFreshWhileTheBrokerIsAwayAndBothDoWhenItIsBack() throws Exception {
        Market market = servers.market();
        List<String> companies =
                IntStream.range(0, 8).mapToObj(number -> "shared-" + number).toList();
        try (Instance one = Instance.start(market.instance("one")).awaitReady();
                Instance two = Instance.start(market.instance("two")).awaitReady()) {
            List<Instance> both = List.of(one, two);
            Sharing.awaitShared(one);
            awaitAllRaised(both, companies, 5, publishEach(market, companies, "a", 5));
            both.forEach(Sharing::awaitCopies);

            withoutBroker(() -> {
                for (Instance instance : both) {
                    for (String company : companies) {
                        assertSaysThatBrokersAreSilent(instance.ask("/v1/companies/" + company));
                        assertRaisedByStale(instance.ask("/v1/companies/" + company + "?allowStale=true"), 5);
                    }
                }
            });

            awaitAllRaised(both, companies, 5, Position.NOWHERE);
            awaitAllRaised(both, companies, 11, publishEach(market, companies, "b", 6));
        }
    }

    private static void awaitAllRaised(
            List<Instance> instances, List<String> companies, long dollars, Position position) {
        instances.forEach(instance -> companies.forEach(company -> awaitRaised(instance, company, dollars, position)));
    }

    private static void assertSaysThatBrokersAreSilent(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(JSON.readTree(answer.body()).get("missing"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.get("reason").textValue())
                        .contains("the brokers have not been heard for a session"));
    }

    private static void assertRaisedByStale(HttpResponse<String> answer, long dollars) throws IOException {
        assertRaised(answer, dollars);
        assertThat(JSON.readTree(answer.body()).get("stale").get("lagMs").longValue())
                .isPositive();
    }

    @Test
    void aCommitThatFailsEmptiesNoAnswer() throws Exception {
        Market market = servers.market();
        Map<String, String> givesUpSoon = market.seldomCommitting("one");
        givesUpSoon.put("kafka.producer.max.block.ms", "2000");
        Position within;
        try (Instance instance = Instance.start(givesUpSoon).awaitReady()) {
            awaitRaised(instance, "given-up", 5, market.publish(round("given-up", "a", 5)));
            within = market.publish(round("given-up", "b", 6));
            servers.awaitOpenTransaction(market);

            withoutBroker(() -> assertRaisedOrRefusedOrEnded(instance, "given-up", 5));
        }
        // Kafka Streams does not get over a flush that gave up; whatever runs it starts it again.
        try (Instance again = Instance.start(market.instance("one")).awaitReady()) {
            awaitRaised(again, "given-up", 11, within);
        }
    }

    private byte[] ofASchemaThatNoOtherTestUses(String company) {
        try (Serializer<FinancialReport> serializer = SerdeFactory.serde(
                        Map.of("schema.registry.url", servers.registry()), FinancialReport.class)
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

    /** Without a listener there is no answer either; but only because it ended, not while it runs. */
    private static void assertRaisedOrRefusedOrEnded(Instance instance, String company, long dollars) throws Exception {
        try {
            assertRaisedOrRefused(instance.ask("/v1/companies/" + company), dollars);
        } catch (ConnectException e) {
            assertThat(instance.awaitExit()).isNotZero();
        }
    }

    private static void assertRaisedOrRefused(HttpResponse<String> answer, long dollars) {
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        } else {
            assertRaised(answer, dollars);
        }
    }

    /** This holds all the time that it is away. */
    private void withoutBroker(Servers.Meanwhile holds) throws Exception {
        servers.without(
                ServerMain.Kind.BROKER,
                () -> Awaitility.await()
                        .during(AWAY)
                        .atMost(AWAY.plus(PATIENCE))
                        .untilAsserted(holds::happens));
    }
}
