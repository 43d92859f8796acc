package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.app.cluster.Funding.PATIENCE;
import static vorsprung.app.cluster.Funding.awaitRaised;
import static vorsprung.app.cluster.Funding.publishEach;
import static vorsprung.app.cluster.Funding.raised;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** An instance in a network of its own, whose cable is pulled and put in again. */
@ExtendWith(StackExtension.class)
final class CutOffIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COMPANIES =
            IntStream.range(0, 8).mapToObj(number -> "cut-off-" + number).toList();
    private static final List<String> QUESTIONS =
            COMPANIES.stream().map(company -> "/v1/companies/" + company).toList();

    @TempDir
    private Path folder;

    @Test
    void whileCutOffAnInstanceAnswersNothingAsFreshAndJoinedAgainWhatTheOtherDoes(EmbeddedStack stack)
            throws Exception {
        try (OwnNetwork network = OwnNetwork.createOrSkip(folder)) {
            Market market = Market.on(stack, folder);
            try (Instance cut = network.start(market.instance("cut"));
                    Instance stays = Instance.start(market.instance("stays")).awaitReady()) {
                Sharing.awaitShared(stays);
                awaitAllRaised(stays, 5, publishEach(market, COMPANIES, "a", 5));
                Sharing.awaitCopies(cut);

                network.cut();
                awaitAllRaised(stays, 11, publishEach(market, COMPANIES, "b", 6));
                assertNothingIsFresh(network, cut);

                network.heal();
                try (Load load = Load.of(QUESTIONS, () -> cut)) {
                    Position after = publishEach(market, COMPANIES, "c", 7);
                    awaitAllRaised(cut, 18, after);
                    awaitAllRaised(stays, 18, after);
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
                    Sharing.awaitShared(stays);
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

    private static void awaitAllRaised(Instance instance, long dollars, Position position) {
        COMPANIES.forEach(company -> awaitRaised(instance, company, dollars, position));
    }
}
