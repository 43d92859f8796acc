package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.cluster.Load.Answered;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.topic.Position;
import vorsprung.topic.Topics;

/** An instance in a network of its own, whose cable is pulled and put in again. */
@ExtendWith(StackExtension.class)
final class CutOffIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> QUESTIONS = IntStream.range(0, 8)
            .mapToObj(number -> "/v1/companies/cut-off-" + number)
            .toList();

    @TempDir
    private Path folder;

    @Test
    void whileCutOffAnInstanceAnswersNothingAsFreshAndJoinedAgainWhatTheOtherDoes(EmbeddedStack stack)
            throws Exception {
        try (OwnNetwork network = OwnNetwork.createOrSkip(folder)) {
            Market market = Market.on(stack, folder);
            try (Instance cut = network.start(market.instance("cut"));
                    Instance stays = Instance.start(market.instance("stays")).awaitReady()) {
                awaitShared(stays);
                awaitRaised(stays, 5, publish(market, "a", 5));
                awaitCopies(cut);

                network.cut();
                awaitRaised(stays, 11, publish(market, "b", 6));
                assertNothingIsFresh(network, cut);

                network.heal();
                try (Load load = Load.of(QUESTIONS, () -> cut)) {
                    Position after = publish(market, "c", 7);
                    awaitRaised(cut, 18, after);
                    awaitRaised(stays, 18, after);
                    assertThat(load.answers())
                            .filteredOn(Answered::isFresh)
                            .isNotEmpty()
                            .allMatch(answer -> raised(answer.body()) >= 11, "is what the other had told meanwhile");
                }
            }
        }
    }

    /** A task that was restored asks for its committed offsets, by a name that the group has forgotten by then. */
    @Test
    void cutOffWhileItRestoresAnInstanceJoinsAgainWithoutAStart(EmbeddedStack stack) throws Exception {
        try (OwnNetwork network = OwnNetwork.createOrSkip(folder)) {
            Market market = Market.on(stack, folder);
            Position history = market.publishHistory();
            Map<String, String> restoresSlowly = market.instance("cut");
            restoresSlowly.put("kafka.restore.consumer.max.poll.records", "1");
            try (Instance stays = Instance.start(market.instance("stays")).awaitReady()) {
                String companies = awaitCompanies(stays, history);
                try (Instance cut = network.start(restoresSlowly)) {
                    awaitRestoring(cut);
                    network.cut();
                    awaitAlone(stays);

                    network.heal();
                    awaitShared(stays);
                    cut.awaitReady();
                    assertThat(awaitCompanies(cut, history)).isEqualTo(companies);
                    assertThat(awaitCompanies(stays, history)).isEqualTo(companies);
                }
            }
        }
    }

    private static void awaitRestoring(Instance instance) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> instance.ask("/readyz").body().contains("restoring"));
    }

    /** The group has expelled the other one. */
    private static void awaitAlone(Instance stays) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> JSON.readTree(stays.ask("/v1/status").body())
                                .get("instances")
                                .size()
                        == 1);
    }

    private static String awaitCompanies(Instance instance, Position position) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> instance.ask(
                                "/v1/companies?asOf=2026-01-31&knownAt=2026-11-20&timeout=20000",
                                "Vorsprung-Position",
                                position.toString()),
                        answer -> answer.statusCode() == 200)
                .body();
    }

    /** Asked from where it is. */
    private static void assertNothingIsFresh(OwnNetwork network, Instance cut) throws Exception {
        for (String question : QUESTIONS) {
            assertThat(network.ask(cut, question)).startsWith("503 ");
            assertThat(network.ask(cut, question + "?allowStale=true"))
                    .startsWith("200 ")
                    .contains("\"stale\"")
                    .contains("\"totalRaisedUsd\":5,");
        }
    }

    /** Both have partitions of their own. */
    private static void awaitShared(Instance asked) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            int sharing = 0;
            for (JsonNode instance :
                    JSON.readTree(asked.ask("/v1/status").body()).get("instances")) {
                sharing += instance.path("activePartitions").intValue() > 0 ? 1 : 0;
            }
            return sharing == 2;
        });
    }

    /** It holds all that is asked for, as the one that processes it or as a copy. */
    private static void awaitCopies(Instance holder) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            int whole = 0;
            for (JsonNode store : JSON.readTree(holder.ask("/v1/status").body()).get("stores")) {
                boolean holds = store.get("instance").textValue().equals(holder.address())
                        && store.get("store").textValue().equals("timelines-by-company");
                whole += holds && store.get("lag").longValue() <= 1 ? 1 : 0;
            }
            return whole == Topics.DEFAULT_PARTITIONS;
        });
    }

    private static Position publish(Market market, String fact, long dollars) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String question : QUESTIONS) {
            lines.append("""
                    {"type": "funding-round", "companyId": "%s", "eventId": "%s", "occurredAt": "2025-11-01",\
                     "recordedAt": "2025-11-21", "amountUsd": %d}
                    """.formatted(question.substring(question.lastIndexOf('/') + 1), fact, dollars));
        }
        return market.publish(lines.toString());
    }

    private static void awaitRaised(Instance instance, long dollars, Position position) {
        for (String question : QUESTIONS) {
            HttpResponse<String> answer = Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () -> instance.ask(question + "?timeout=20000", "Vorsprung-Position", position.toString()),
                            each -> each.statusCode() == 200);
            assertThat(raised(answer.body())).as(answer.body()).isEqualTo(dollars);
        }
    }

    private static long raised(String company) {
        try {
            return JSON.readTree(company).get("totalRaisedUsd").longValue();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
