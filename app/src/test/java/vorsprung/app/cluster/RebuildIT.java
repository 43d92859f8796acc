package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.topic.Position;

/** {@code vorsprung processor --rebuild} on a real broker. */
@ExtendWith(StackExtension.class)
final class RebuildIT {

    private static final String QUESTION = "/v1/companies/rebuilt?asOf=2026-11-20&knownAt=2026-11-22";

    @TempDir
    private Path folder;

    @Test
    void whatWasComputedIsComputedAnewAndNothingIsDroppedWhileAnInstanceRuns(EmbeddedStack stack)
            throws IOException, InterruptedException, ExecutionException {
        Market market = Market.on(stack, folder);
        Position position = market.publish("""
                {"type": "funding-round", "companyId": "rebuilt", "company": "Rebuilt", "round": "Seed",\
                 "occurredAt": "2026-11-01", "recordedAt": "2026-11-21", "amountUsd": 5000000}
                """);
        String before;
        try (Instance running = Instance.start(market.instance("one")).awaitReady()) {
            before = running.ask(QUESTION, "Vorsprung-Position", position.toString())
                    .body();
            assertThat(new ObjectMapper().readTree(before).get("totalRaisedUsd").longValue())
                    .isEqualTo(5_000_000);

            assertThatThrownBy(() -> Instance.start(market.instance("two"), "--rebuild=ALL"))
                    .hasMessageContaining("still run")
                    .hasMessageContaining("stop all of them");
            assertThat(running.ask(QUESTION).body()).isEqualTo(before);
            running.stop();
        }
        assertThat(changelogs(stack, market)).hasSize(7);

        try (Instance rebuilt =
                Instance.start(market.instance("one"), "--rebuild=ALL").awaitReady()) {
            assertThat(rebuilt.ask(QUESTION, "Vorsprung-Position", position.toString())
                            .body())
                    .isEqualTo(before);
            rebuilt.stop();
        }
        try (Instance restored =
                Instance.start(market.instance("one"), "--rebuild").awaitReady()) {
            assertThat(restored.ask(QUESTION, "Vorsprung-Position", position.toString())
                            .body())
                    .isEqualTo(before);
        }
    }

    private static Set<String> changelogs(EmbeddedStack stack, Market market)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(market.applicationId()))
                    .collect(Collectors.toSet());
        }
    }
}
