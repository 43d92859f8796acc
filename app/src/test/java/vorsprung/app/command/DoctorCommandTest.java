package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vorsprung.app.client.JsonText;

final class DoctorCommandTest {

    private static final String[] NOWHERE = {
        "doctor", "--bootstrap", "127.0.0.1:1", "--registry", "http://127.0.0.1:1", "--data-dir", "/nowhere/at/all"
    };

    @Test
    void whatIsNotThereIsToldWithWhatToMend() {
        Executed executed = Executed.piped(NOWHERE);

        assertThat(executed.exitCode()).isEqualTo(1);
        assertThat(executed.outLines())
                .anyMatch(line -> line.startsWith("failure  broker") && line.contains("; to mend: start it"))
                .anyMatch(line -> line.startsWith("skipped  topics"))
                .anyMatch(line -> line.startsWith("failure  registry") && line.contains("--registry"))
                .anyMatch(line ->
                        line.startsWith("failure  data folder") && line.contains("/nowhere/at/all is not there"));
    }

    @Test
    void programsGetJson() throws JsonProcessingException {
        String[] words = new String[NOWHERE.length + 1];
        System.arraycopy(NOWHERE, 0, words, 0, NOWHERE.length);
        words[NOWHERE.length] = "--json";

        JsonNode findings = JsonText.read(Executed.piped(words).out());

        assertThat(findings.path(0).path("check").asText()).isEqualTo("broker");
        assertThat(findings.path(0).path("health").asText()).isEqualTo("failure");
        assertThat(findings.path(0).path("mend").asText()).startsWith("start it");
    }
}
