package vorsprung.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedStackIT {

    @Test
    void aRestartFindsRecordsAndSchemasAgain(@TempDir Path folder) throws Exception {
        StackOptions options = new StackOptions(folder, 0, 0);
        String registered;
        try (EmbeddedStack stack = new EmbeddedStack(options)) {
            stack.start();
            new KafkaClient(stack.bootstrapServers()).createTopic("kept");
            new KafkaClient(stack.bootstrapServers()).publish("kept", List.of("one"));
            registered = new RegistryClient(stack.registryUrl()).register("kept");
        }

        try (EmbeddedStack stack = new EmbeddedStack(options)) {
            stack.start();

            assertThat(new KafkaClient(stack.bootstrapServers()).read("kept", 1))
                    .containsExactly("one");
            assertThat(new RegistryClient(stack.registryUrl()).register("kept")).isEqualTo(registered);
        }
    }

    @Test
    @SuppressWarnings("try") // the lock is held, and not looked at
    void aFolderInUseIsNamedWithItsOwner(@TempDir Path folder) {
        try (FolderLock other = FolderLock.of(folder);
                EmbeddedStack stack = new EmbeddedStack(new StackOptions(folder, 0, 0))) {
            assertThatThrownBy(stack::start)
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data-dir");
        }
    }
}
