package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.ingest.IngestConfig;
import vorsprung.processor.ProcessorConfig;

/** Holds docker-compose.yml against docker-compose and against the roles; skipped where docker-compose is missing. */
final class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^      (VORSPRUNG_[A-Z_0-9]+): (.*)$");

    private record Run(int exitCode, String output) {}

    @BeforeEach
    void needsDockerCompose() {
        boolean found = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
        assumeTrue(found, "docker-compose is not installed");
    }

    @Test
    void theFileIsValidAndNamesEveryPart() throws IOException, InterruptedException {
        Run run = config("hush");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("  kafka-1:\n", "  kafka-2:\n", "  kafka-3:\n", "  registry:\n", "  topics:\n", "  ingest:\n")
                .contains("  processor-1:\n", "  processor-2:\n")
                .contains("  prometheus:\n", "  alertmanager:\n", "  grafana:\n");
    }

    @Test
    void noImageIsLeftToChance() throws IOException, InterruptedException {
        assertThat(config("hush").output().lines().filter(line -> line.contains(" image: ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("image: [^:]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void withoutASecretOfOnesOwnItDoesNotStart() throws IOException, InterruptedException {
        Run run = config("");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("is a secret of your own, see .env.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"processor-1", "processor-2"})
    void aProcessorStartsWithItsSettings(String service) throws IOException, InterruptedException {
        Map<String, String> settings = settings(service);

        assertThatCode(() -> ProcessorConfig.of(settings)).doesNotThrowAnyException();
        assertThat(settings).containsEntry("api.advertised", service + ":8080");
    }

    @Test
    void ingestStartsWithItsSettings() throws IOException, InterruptedException {
        Map<String, String> settings = settings("ingest");

        assertThatCode(() -> IngestConfig.of(settings)).doesNotThrowAnyException();
    }

    private static Map<String, String> settings(String service) throws IOException, InterruptedException {
        String file = config("hush").output();
        int start = file.indexOf("\n  " + service + ":\n") + 1;
        Map<String, String> environment = VARIABLE.matcher(section(file.substring(start)))
                .results()
                .collect(Collectors.toMap(
                        (MatchResult found) -> found.group(1),
                        found -> found.group(2).replaceAll("['\"]", "")));
        return RoleSettings.read(Optional.empty(), environment);
    }

    /** Up to the next service. */
    private static String section(String fromService) {
        return fromService.split("\n(?=  \\S|\\S)", 2)[0];
    }

    private static Run config(String secret) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("docker-compose", "config")
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PEERS_SECRET", secret);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
