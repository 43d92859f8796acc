package vorsprung.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vorsprung.topic.EventType;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/** {@code docs/acls.sh}, shown and not done, against the topics there are. */
final class AclsScriptTest {

    @Test
    void everyTopicHasSomebodyWhoWritesIt() throws Exception {
        String all = acls("--ingest", "User:i", "--processor", "User:p", "--operator", "User:o");

        assertThat(Topics.all())
                .extracting(Topic::name)
                .allSatisfy(name -> assertThat(all).contains("--topic " + name));
    }

    @Test
    void eventsAreWrittenByIngestAndReadByTheProcessorOnly() throws Exception {
        String ingest = acls("--ingest", "User:i");
        String processor = acls("--processor", "User:p");

        for (EventType type : EventType.values()) {
            assertThat(ingest.lines().filter(line -> line.contains(type.topic())))
                    .allSatisfy(line -> assertThat(line).contains("Write").doesNotContain("Read"));
            assertThat(processor.lines().filter(line -> line.contains(type.topic())))
                    .allSatisfy(line -> assertThat(line).contains("Read").doesNotContain("Write"));
        }
    }

    @Test
    void anUnknownOptionIsRefused() throws Exception {
        assertThat(acls("--ingres", "User:i")).contains("unknown option --ingres");
    }

    private static String acls(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", script().toString()));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("KAFKA_ACLS", "echo");
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return said;
    }

    private static Path script() {
        Path here = Path.of("docs", "acls.sh");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
