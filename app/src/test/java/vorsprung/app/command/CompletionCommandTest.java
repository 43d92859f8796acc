package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks a real bash, which every machine has that runs the launcher's tests. */
final class CompletionCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void bashReadsTheScript(String shell) throws IOException, InterruptedException {
        assertThat(bash("bash -n " + script(shell))).isEmpty();
    }

    @Test
    void aBegunCommandIsCompleted() throws IOException, InterruptedException {
        assertThat(completed("vorsprung", "comp")).containsExactlyInAnyOrder("company", "completion");
        assertThat(completed("vorsprung", "dead-letters", "re")).containsExactly("retry");
        assertThat(completed("vorsprung", "leads", "--rec")).containsExactly("--records");
    }

    @Test
    void aWordThatMustBeOneOfAFewIsCompletedToo() throws IOException, InterruptedException {
        assertThat(completed("vorsprung", "publish", "fund")).containsExactly("funding-round");
        assertThat(completed("vorsprung", "signals", "--type", "price")).containsExactly("price-cut", "price-war");
        assertThat(completed("vorsprung", "watch", "epoch"))
                .containsExactlyInAnyOrder("epoch-companies", "epoch-benchmarks");
        assertThat(completed("vorsprung", "explain", "")).contains("company", "benchmark", "model");
        assertThat(completed("vorsprung", "completion", "")).contains("bash", "zsh");
    }

    @Test
    void aHiddenCommandIsNotOffered() throws IOException, InterruptedException {
        assertThat(completed("vorsprung", "")).contains("valuations", "help").doesNotContain("rehearse");
    }

    @Test
    void anotherShellIsRefused() {
        Executed executed = Executed.piped("completion", "fish");

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("fish").contains("BASH, ZSH");
    }

    private List<String> completed(String... words) throws IOException, InterruptedException {
        String line = String.join(" ", words);
        String quoted = "'" + String.join("' '", words) + "'";
        return bash("source " + script("bash") + "; COMP_LINE='" + line + "'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=("
                + quoted + "); COMP_CWORD=" + (words.length - 1)
                + "; _complete_vorsprung 2>/dev/null; for reply in \"${COMPREPLY[@]}\"; do echo $reply; done");
    }

    private Path script(String shell) throws IOException {
        Executed executed = Executed.piped("completion", shell);
        assertThat(executed.exitCode()).isZero();
        return Files.writeString(folder.resolve("completion"), executed.out());
    }

    private static List<String> bash(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
