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
        assertThat(executed.outLines()).endsWith("1 funding-round", "1 good, 2 bad");
        assertThat(executed.err()).contains(file + ":2: occurredAt: ").contains(file + ":3: is not readable JSON");
    }

    @Test
    void standardInputIsAFileToo() {
        Executed executed = Executed.given(GOOD, "import", "--dry-run", "-");

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.outLines()).hasSize(3).endsWith("1 funding-round", "1 good, 0 bad");
        assertThat(executed.outLines().get(0)).contains("\"companyId\":\"openai\"", "\"amountUsd\":3");
    }

    @Test
    void aTableIsMappedByOptions() {
        Executed executed = Executed.given(
                "Firm;Day;Raised\nOpenAI;31/3/2025;40000000000\nOpenAI;x;1\n",
                "import",
                "--dry-run",
                "--stdin-name=rounds.csv",
                "--type=funding-round",
                "--map=company=Firm",
                "--map=occurredAt=Day",
                "--map=amountUsd=Raised",
                "--set=kind=EQUITY",
                "--dates=day-first",
                "-");

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.outLines()).endsWith("1 funding-round", "1 good, 1 bad");
        assertThat(executed.outLines().get(0))
                .contains("\"occurredAt\":\"2025-03-31\"", "\"amountUsd\":40000000000", "\"kind\":\"EQUITY\"");
        assertThat(executed.err()).contains("rounds.csv:3: occurredAt: expected a time such as");
    }

    @Test
    void aMappingFileIsReadAndOptionsWinOverIt(@TempDir Path folder) throws IOException {
        Path mapping = folder.resolve("mapping.properties");
        Files.writeString(mapping, "type=funding-round\ncolumn.company=Firm\nvalue.kind=DEBT\n");

        Executed executed = Executed.given(
                "Firm,occurredAt\nOpenAI,2025\n",
                "import",
                "--dry-run",
                "--format=csv",
                "--mapping=" + mapping,
                "--set=kind=GRANT",
                "-");

        assertThat(executed.outLines().get(0)).contains("\"kind\":\"GRANT\"");
    }

    @Test
    void aMappingWithAnUnknownKeyIsRefused(@TempDir Path folder) throws IOException {
        Path mapping = folder.resolve("mapping.properties");
        Files.writeString(mapping, "typ=funding-round\n");

        Executed executed = Executed.given("a\n1\n", "import", "--dry-run", "--mapping=" + mapping, "-");

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.err()).contains("typ", "did you mean type");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Executed executed = Executed.piped("import", "--dry-run", "nowhere.jsonl");

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.err()).contains("There is no file nowhere.jsonl");
    }
}
