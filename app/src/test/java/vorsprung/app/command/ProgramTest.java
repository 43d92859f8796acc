package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {

    @Test
    void versionNamesTheProgramKafkaAndJava() {
        Executed executed = Executed.piped("version");

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.outLines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("vorsprung \\d+\\.\\d+.*"),
                        line -> assertThat(line).matches("kafka \\d+\\.\\d+.*"),
                        line -> assertThat(line).matches("java 1?\\d.*"));
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheOneThatWasMeant() {
        Executed executed = Executed.piped("valuation");

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.out()).isEmpty();
        assertThat(executed.err()).contains("'valuation'").contains("Did you mean: vorsprung valuations");
    }

    @Test
    void withoutACommandItShowsThemAll() {
        Executed executed = Executed.piped();

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("valuations").contains("a command is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "local",
                "valuations",
                "company",
                "leads",
                "benchmarks",
                "models",
                "prices",
                "signals",
                "changes",
                "explain",
                "events",
                "publish",
                "import",
                "topics",
                "topics create",
                "token",
                "token create",
                "token list",
                "token revoke",
                "ingest",
                "processor"
            })
    void everyCommandHasAHelpWithExamplesAndExitCodes(String command) {
        Executed executed = Executed.piped((command + " --help").split(" "));

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out())
                .contains("Usage: vorsprung " + command)
                .contains("Examples:")
                .contains("Exit codes:")
                .contains("--verbose");
    }

    @Test
    void anErrorIsOneLineAndAStackTraceOnRequest() {
        String[] words = {"valuations", "--url", "nowhere"};

        Executed brief = Executed.piped(words);
        Executed verbose = Executed.piped(words[0], words[1], words[2], "--verbose");

        assertThat(brief.exitCode()).isEqualTo(2);
        assertThat(brief.err().lines())
                .containsExactly("vorsprung: --url (VORSPRUNG_URL): expected an address such as"
                        + " http://127.0.0.1:8080, found nowhere");
        assertThat(verbose.err()).contains("BadAddressException").contains("\tat ");
    }
}
