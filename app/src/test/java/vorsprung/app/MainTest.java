package vorsprung.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MainTest {

    @Test
    void versionNamesTheProgramKafkaAndJava() {
        StringWriter out = new StringWriter();
        CommandLine main = Main.commandLine().setOut(new PrintWriter(out));

        int exitCode = main.execute("version");

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("vorsprung \\d+\\.\\d+.*"),
                        line -> assertThat(line).matches("kafka \\d+\\.\\d+.*"),
                        line -> assertThat(line).matches("java 1?\\d.*"));
    }
}
