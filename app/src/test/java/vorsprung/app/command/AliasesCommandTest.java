package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AliasesCommandTest {

    @TempDir
    private Path folder;

    @Test
    void namesThatResolveToNothingKnownAreToldWithWhatIsNear() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Files.writeString(file, """
                {"type":"benchmark-result","company":"Antropic","model":"x","benchmark":"gpqa-diamnd"}
                {"type":"price-change","company":"OpenAI","model":"GPT-4o minni"}
                {"type":"price-change","company":"OpenAI","model":"GPT-4o minni"}
                """);

        Executed executed = Executed.piped("aliases", "check", file.toString());

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.outLines())
                .anyMatch(line -> line.matches("company +Antropic +antropic +1 .*:1 +anthropic"))
                .anyMatch(line -> line.matches("benchmark +gpqa-diamnd +gpqa-diamnd +1 .*:1 +gpqa-diamond"))
                .anyMatch(line -> line.matches("model +GPT-4o minni +openai/gpt-4o-minni +2 .*:2 +openai/gpt-4o-mini"));
    }

    @Test
    void mistralByAnyNameAndAModelByAnySpellingAreKnown() throws IOException {
        Path file = folder.resolve("events.jsonl");
        StringBuilder lines = new StringBuilder();
        for (String company : new String[] {"Mistral", "Mistral AI", "mistral.ai"}) {
            lines.append("{\"type\":\"usage-report\",\"company\":\"")
                    .append(company)
                    .append("\"}\n");
        }
        for (String model : new String[] {"GPT-4o", "gpt-4o-2024-05-13", "GPT-4o (2024-05-13)", "gpt 4o", "GPT-4.1"}) {
            lines.append("{\"type\":\"price-change\",\"company\":\"openai\",\"model\":\"")
                    .append(model)
                    .append("\"}\n");
        }
        Files.writeString(file, lines);

        Executed executed = Executed.piped("aliases", "check", file.toString());

        assertThat(executed.err()).contains("All names are known.");
        assertThat(executed.exitCode()).isZero();
    }

    @Test
    void aFileOfAliasesMakesNamesKnown() throws IOException {
        Path table = folder.resolve("rounds.csv");
        Files.writeString(table, "type,company,occurredAt\nfunding-round,深度求索,2025\n");
        Path aliases = folder.resolve("aliases.csv");
        Files.writeString(aliases, "alias,company\n深度求索,DeepSeek\n");

        assertThat(Executed.piped("aliases", "check", table.toString()).exitCode())
                .isEqualTo(1);
        assertThat(Executed.piped("aliases", "check", table.toString(), "--aliases", aliases.toString())
                        .exitCode())
                .isZero();
    }
}
