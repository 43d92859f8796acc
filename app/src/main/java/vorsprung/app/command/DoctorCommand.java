package vorsprung.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.JsonText;
import vorsprung.app.doctor.Doctor;
import vorsprung.app.doctor.Finding;
import vorsprung.app.doctor.Finding.Health;

/** {@code vorsprung doctor}: what is not as it must be, and what to mend. */
@Command(
        name = "doctor",
        description = {
            "Checks broker, topics, processor, registry, schemas, clock and data folder of a system, and says what to"
                    + " mend. Changes nothing. Exit code 1 when something does not work."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung doctor",
            "  vorsprung doctor --json --bootstrap kafka:9092 --registry http://registry:8081"
        })
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            defaultValue = "vorsprung-processor",
            description = "The processor's application.id. Default: ${DEFAULT-VALUE}.")
    private String group = "vorsprung-processor";

    @Option(names = "--data-dir", paramLabel = "DIR", description = "The folder of a demo's or a processor's state.")
    private Optional<Path> dataFolder = Optional.empty();

    @Option(names = "--json", description = "A JSON array of findings.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.silent();
        Map<String, String> settings = cluster.clientSettings(talk.environment());
        List<Finding> findings = new Doctor(settings, group, dataFolder, InstantSource.system())
                .findings(() -> KafkaAdmin.connect(settings));
        if (json) {
            talk.out().println(JsonText.line(json(findings)));
        } else {
            findings.forEach(finding -> talk.out().println(line(finding)));
        }
        return findings.stream().anyMatch(finding -> finding.health() == Health.FAILURE) ? Exit.FAILED : Exit.OK;
    }

    private static String line(Finding finding) {
        String mend = finding.mend().isEmpty() ? "" : "; to mend: " + finding.mend();
        return "%-7s  %-11s  %s%s".formatted(word(finding), finding.check(), finding.found(), mend);
    }

    private static String word(Finding finding) {
        return finding.health().name().toLowerCase(Locale.ROOT);
    }

    private static ArrayNode json(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> array.addObject()
                .put("check", finding.check())
                .put("health", word(finding))
                .put("found", finding.found())
                .put("mend", finding.mend()));
        return array;
    }
}
