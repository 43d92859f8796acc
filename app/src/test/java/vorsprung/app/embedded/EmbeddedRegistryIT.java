package vorsprung.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedRegistryIT {

    private static final List<String> SUBJECTS = List.of("first", "second", "third", "fourth");

    @Test
    void acknowledgedSchemasKeepTheirIdsThroughAKillOfTheParent(@TempDir Path folder) throws Exception {
        List<String> before;
        try (ServerProcess registry = ServerProcess.start(ServerMain.Kind.REGISTRY, folder, 0)) {
            before = registerAll(new RegistryClient(registry.address()));
            registry.kill();
        }

        try (ServerProcess again = ServerProcess.start(ServerMain.Kind.REGISTRY, folder, 0)) {
            RegistryClient client = new RegistryClient(again.address());

            assertThat(client.latest("fourth")).contains("\"version\":1");
            assertThat(registerAll(client)).isEqualTo(before).doesNotHaveDuplicates();
        }
    }

    @Test
    @SuppressWarnings("try") // the one left over is not looked at
    void oneThatIsLeftOverMakesRoom(@TempDir Path folder) {
        int port = LoopbackPort.free("test");
        try (EmbeddedRegistry leftOver = new EmbeddedRegistry(folder, port);
                EmbeddedRegistry next = new EmbeddedRegistry(folder, port)) {
            leftOver.start();
            leftOver.awaitReady(Duration.ofSeconds(60));

            next.start();
            next.awaitReady(Duration.ofSeconds(60));

            assertThat(next.url()).contains(":" + port + "/");
            assertThatThrownBy(() -> leftOver.awaitReady(Duration.ZERO)).hasMessageContaining("ended");
        }
    }

    @Test
    void aRegistryThatEndsShowsTheEndOfItsLog(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("storage.mv.db"), "no database");
        try (EmbeddedRegistry registry = new EmbeddedRegistry(folder, 0)) {
            registry.start();

            assertThatThrownBy(() -> registry.awaitReady(Duration.ofSeconds(60)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("ended with exit code")
                    .hasMessageContaining(folder.resolve("registry.log").toString())
                    .hasMessageContaining("MVStoreException");
        }
    }

    private static List<String> registerAll(RegistryClient client) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String subject : SUBJECTS) {
            answers.add(client.register(subject));
        }
        return answers;
    }
}
