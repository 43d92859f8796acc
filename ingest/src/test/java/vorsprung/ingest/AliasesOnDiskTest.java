package vorsprung.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.ingest.directory.AliasException;

final class AliasesOnDiskTest {
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aChangeCountsWithinASecond() throws IOException {
        Path file = written("alias,company\ndeep think,DeepSeek\n");
        AliasesOnDisk aliases = new AliasesOnDisk(file, () -> now);
        Files.writeString(file, "alias,company\ndeep think,DeepSeek\nthe orange one,Mistral AI\n");

        assertThat(companyId(aliases, "The Orange One")).isEqualTo("the-orange-one");
        now = now.plusSeconds(1);
        assertThat(companyId(aliases, "The Orange One")).isEqualTo("mistral-ai");
        assertThat(companyId(aliases, "Google DeepMind")).isEqualTo("google");
    }

    @Test
    void aChangeThatCannotBeTakenLeavesTheAliasesOfBefore() throws IOException {
        Path file = written("alias,company\ndeep think,DeepSeek\n");
        AliasesOnDisk aliases = new AliasesOnDisk(file, () -> now);

        Files.writeString(file, "alias;company\nnonsense\n");
        now = now.plusSeconds(1);
        assertThat(companyId(aliases, "deep think")).isEqualTo("deepseek");

        Files.delete(file);
        now = now.plusSeconds(1);
        assertThat(companyId(aliases, "deep think")).isEqualTo("deepseek");

        written("alias,company\ndeep think,OpenAI\n");
        now = now.plusSeconds(1);
        assertThat(companyId(aliases, "deep think")).isEqualTo("openai");
    }

    @Test
    void aFileThatCannotBeTakenAtTheStartIsRefused() throws IOException {
        assertThatThrownBy(() -> new AliasesOnDisk(folder.resolve("none.csv"), () -> now))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.csv");
        Path bad = written("name\nx\n");
        assertThatThrownBy(() -> new AliasesOnDisk(bad, () -> now)).isInstanceOf(AliasException.class);
    }

    private Path written(String csv) throws IOException {
        Path file = folder.resolve("aliases.csv");
        Files.writeString(file, csv);
        return file;
    }

    private static String companyId(AliasesOnDisk aliases, String name) {
        return aliases.get().company(name).companyId();
    }
}
