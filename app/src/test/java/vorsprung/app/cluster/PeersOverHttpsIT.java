package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.topic.Position;

/** Two processors that speak HTTPS only, with a certificate of our own. */
@ExtendWith(StackExtension.class)
final class PeersOverHttpsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int COMPANIES = 12;

    @TempDir
    private Path folder;

    @Test
    void eachAnswersWhatOnlyTheOtherHolds(EmbeddedStack stack) throws Exception {
        Market market = Market.on(stack, folder);
        Position position = market.publish(rounds());
        PeerCertificate certificate = PeerCertificate.make(folder, "127.0.0.1");
        try (Instance one = Instance.start(settings(market, "one"), certificate);
                Instance two = Instance.start(settings(market, "two"), certificate)) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> bothHoldPartitions(one) && bothHoldPartitions(two));
            assertThat(one.url()).startsWith("https://");
            for (Instance instance : List.of(one, two)) {
                Awaitility.await().atMost(PATIENCE).untilAsserted(() -> areAllAnswered(instance, position));
            }
        }
    }

    private static void areAllAnswered(Instance instance, Position position) throws IOException, InterruptedException {
        for (int company = 0; company < COMPANIES; company++) {
            HttpResponse<String> answer =
                    instance.ask("/v1/companies/encrypted-" + company, "Vorsprung-Position", position.toString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).get("totalRaisedUsd").longValue())
                    .isEqualTo(1_000_000L + company);
        }
    }

    private static boolean bothHoldPartitions(Instance asked) throws IOException, InterruptedException {
        JsonNode instances = JSON.readTree(asked.ask("/v1/status").body()).get("instances");
        for (JsonNode instance : instances) {
            if (!instance.get("reachable").booleanValue()
                    || instance.get("activePartitions").intValue() == 0) {
                return false;
            }
        }
        return instances.size() == 2;
    }

    /** Without standbys, so that each holds what the other does not. */
    private static Map<String, String> settings(Market market, String name) {
        Map<String, String> settings = new HashMap<>(market.instance(name));
        settings.put("num.standby.replicas", "0");
        return settings;
    }

    private static String rounds() {
        StringBuilder lines = new StringBuilder();
        for (int company = 0; company < COMPANIES; company++) {
            lines.append(
                    "{\"type\":\"funding-round\",\"company\":\"Encrypted %d\",\"occurredAt\":\"2025\",\"amountUsd\":%d}%n"
                            .formatted(company, 1_000_000 + company));
        }
        return lines.toString();
    }
}
