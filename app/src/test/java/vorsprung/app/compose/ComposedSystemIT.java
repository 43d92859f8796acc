package vorsprung.app.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.access.Scopes;
import vorsprung.access.TokenFile;
import vorsprung.access.TokenRequest;
import vorsprung.app.network.Namespaces;

/**
 * Everything in docker-compose.yml but Grafana, which Debian does not have: the entry points of the images with the
 * environment, commands and files of the services, under their names in a network, three brokers included; tried by the
 * script that tries the containers.
 */
final class ComposedSystemIT {

    private static final Path SMOKE_TEST = Path.of("..", "docs", "smoke-test.sh");

    @TempDir
    private Path folder;

    @Test
    void theSmokeTestPasses() throws IOException, InterruptedException {
        assumeTrue(ComposeFile.isReadable(), "docker-compose is not installed");
        Optional<String> obstacle = Namespaces.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "no network namespaces here: " + obstacle.orElse(""));
        Path tokens = folder.resolve("tokens.json");
        Path token = folder.resolve("token.txt");
        Files.writeString(
                token,
                new TokenFile(tokens)
                        .create(
                                new TokenRequest("me", Scopes.of(List.of("admin")), Optional.empty(), Optional.empty()),
                                Instant.now()));

        ComposeFile file = ComposeFile.read(Map.of("PEERS_SECRET", "of these tests"));
        try (ComposedSystem system = ComposedSystem.of(file, folder, tokens)) {
            startAll(system);

            int exit = system.runOnHost(SMOKE_TEST, environment(token));

            assertThat(exit).as(system.saidByHost()).isZero();
        }
    }

    private static void startAll(ComposedSystem system) throws IOException, InterruptedException {
        for (String broker : ComposedSystem.BROKERS) {
            system.start(broker);
        }
        system.start("registry");
        system.awaitAnswer("registry", 8081, "/health/ready");
        ComposedSystem.BROKERS.forEach(broker -> system.awaitPort(broker, 19092));
        assertThat(system.run("topics")).as(system.said("topics")).isZero();
        for (String service : List.of("ingest", "processor-1", "processor-2", "prometheus", "alertmanager")) {
            system.start(service);
        }
        system.awaitAnswer("ingest", 8082, "/readyz");
        system.awaitAnswer("processor-1", 8080, "/readyz");
        system.awaitAnswer("processor-2", 8080, "/readyz");
        system.awaitAnswer("prometheus", 9090, "/-/ready");
        system.awaitAnswer("alertmanager", 9093, "/-/ready");
    }

    private static Map<String, String> environment(Path token) {
        return Map.of(
                "KAFKA", "kafka-1:19092,kafka-2:19092,kafka-3:19092",
                "REGISTRY", "http://registry:8081/apis/ccompat/v7",
                "GATEWAY", "http://ingest:8082",
                "API_1", "http://processor-1:8080",
                "API_2", "http://processor-2:8080",
                "PROMETHEUS", "http://prometheus:9090",
                "VORSPRUNG_TOKEN_FILE", token.toString());
    }
}
