package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.client.JsonText;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;

/**
 * Clients of others read what we publish, and what they publish is what our processor takes. The clients come with npm,
 * which {@code .ci/run} calls, into {@code target/node}; kcat with Debian.
 */
@ExtendWith(StackExtension.class)
final class InteroperabilityIT {

    private static final String TOPIC = "market.funding-rounds";
    private static final Path NODE = Path.of("target", "node");
    private static final Path SCRIPTS = Path.of("src", "test", "node");
    private static final String A_ROUND =
            "{\"type\":\"funding-round\",\"eventId\":\"ours\",\"company\":\"OpenAI\",\"occurredAt\":\"2025-03-31\","
                    + "\"recordedAt\":\"2025-04-01\",\"round\":\"Interoperability\",\"kind\":\"EQUITY\","
                    + "\"amountUsd\":40000000000,\"investors\":[\"A\",\"B\"]}\n";

    @TempDir
    private Path folder;

    @Test
    void kafkajsAndConfluentsClientDecodeWhatWePublish(EmbeddedStack shared) throws IOException, InterruptedException {
        assumeClients();
        Provisioned stack = Provisioned.on(shared);
        stack.given(A_ROUND, "import", "--stdin-name=x.jsonl", "-");
        int there = exported(stack).size();

        List<String> lines = node("read", stack, TOPIC, Integer.toString(there));

        JsonNode read = JsonText.read(lines.stream()
                .filter(line -> line.contains("Interoperability"))
                .findFirst()
                .orElseThrow());
        assertThat(read.path("key").asText()).isEqualTo("openai");
        for (String client : List.of("kafkajs", "confluent")) {
            assertThat(read.path(client).path("amountUsd").asLong()).isEqualTo(40_000_000_000L);
            assertThat(read.path(client).path("kind").toString()).contains("EQUITY");
            assertThat(read.path(client).path("investors").toString()).contains("A", "B");
        }
    }

    @Test
    void whatTheyPublishIsWhatOurProcessorTakes(EmbeddedStack shared) throws IOException, InterruptedException {
        assumeClients();
        Provisioned stack = Provisioned.on(shared);

        node("write", stack, TOPIC);

        Executed exported = stack.execute("export");
        assertThat(exported.err()).doesNotContain("are no reports");
        assertThat(exported.outLines())
                .anyMatch(line -> line.contains("\"eventId\":\"node:kafkajs\",\"companyId\":\"from-kafkajs\"")
                        && line.contains("\"occurredAt\":\"2025-03-31\"")
                        && line.contains("\"amountUsd\":40000000000"))
                .anyMatch(line -> line.contains("\"eventId\":\"node:confluent\",\"companyId\":\"from-confluent\"")
                        && line.contains("\"postMoneyValuationUsd\":300000000000"));
    }

    @Test
    void kcatReadsTheKeyAndTheIdOfTheSchema(EmbeddedStack shared) throws IOException, InterruptedException {
        assumeTrue(isCommand("kcat"), "kcat is not found; apt-get install kcat");
        Provisioned stack = Provisioned.on(shared);
        stack.given(A_ROUND, "import", "--stdin-name=x.jsonl", "-");

        List<String> lines = run(
                Path.of("."),
                List.of(
                        "kcat",
                        "-b",
                        stack.stack().bootstrapServers(),
                        "-t",
                        TOPIC,
                        "-C",
                        "-e",
                        "-q",
                        "-s",
                        "value=>BIs",
                        "-f",
                        "%k %s\\n"));

        assertThat(lines).anyMatch(line -> line.matches("openai 0 ?\\d+.*"));
    }

    private static void assumeClients() {
        assumeTrue(isCommand("node"), "node is not found; apt-get install nodejs npm");
        assumeTrue(
                Files.isDirectory(NODE.resolve("node_modules").resolve("kafkajs")),
                "npm's clients are not in app/target/node; .ci/run installs them");
    }

    private static List<String> exported(Provisioned stack) {
        return stack.execute("export").outLines().stream()
                .filter(line -> line.startsWith("{\"type\":\"funding-round\""))
                .toList();
    }

    private List<String> node(String task, Provisioned stack, String... more) throws IOException, InterruptedException {
        Files.copy(
                SCRIPTS.resolve("interoperability.mjs"),
                NODE.resolve("interoperability.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> words = new ArrayList<>(List.of(
                "node",
                "interoperability.mjs",
                task,
                stack.stack().bootstrapServers(),
                stack.stack().registryUrl()));
        words.addAll(List.of(more));
        return run(NODE, words);
    }

    private List<String> run(Path where, List<String> words) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(words)
                .directory(where.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended)
                .as("%s ended; it said %s", words, Files.readString(err))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out, StandardCharsets.ISO_8859_1);
    }

    private static boolean isCommand(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }
}
