package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {

    private static final String GOOD =
            "{\"type\":\"funding-round\",\"company\":\"OpenAI\",\"occurredAt\":\"2025-03-31\",\"amountUsd\":3}\n";

    @Test
    void aDryRunTellsBadLinesByFileLineAndReason(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("events.jsonl");
        Files.writeString(
                file, GOOD + "{\"type\":\"funding-round\",\"company\":\"x\",\"occurredAt\":\"0202-07-30\"}\n{");

        Executed executed = Executed.piped("import", "--dry-run", file.toString());

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.out()).isEqualToIgnoringNewLines("1 good, 2 bad");
        assertThat(executed.err()).contains(file + ":2: occurredAt: ").contains(file + ":3: is not readable JSON");
    }

    @Test
    void standardInputIsAFileToo() {
        Executed executed = Executed.given(GOOD, "import", "--dry-run", "-");

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out()).isEqualToIgnoringNewLines("1 good, 0 bad");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Executed executed = Executed.piped("import", "--dry-run", "nowhere.jsonl");

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.err()).contains("There is no file nowhere.jsonl");
    }
}
