package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

final class WatchCommandTest {

    @Test
    void theSourcesAreListed() {
        Executed executed = Executed.piped("watch", "--list");

        assertThat(executed.exitCode()).isZero();
        assertThat(executed.out())
                .contains("openrouter", "llm-prices", "models-dev", "epoch-companies", "epoch-benchmarks")
                .contains("https://openrouter.ai/api/v1/models");
    }

    @Test
    void aSourceThatThereIsNotIsAWrongWord() {
        Executed executed = Executed.piped("watch", "openruter");

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("There is no source openruter; did you mean openrouter?");
        assertThat(Executed.piped("watch").err()).contains("Say what to watch: openrouter, llm-prices");
    }

    @Test
    void anAddressGoesWithOneSource() {
        Executed executed = Executed.piped("watch", "openrouter", "models-dev", "--url", "http://127.0.0.1:1/");

        assertThat(executed.exitCode()).isEqualTo(2);
        assertThat(executed.err()).contains("--url goes with one source only");
    }

    @Test
    void withoutKafkaNothingIsAsked() {
        Executed executed = Executed.piped(
                "watch", "openrouter", "--once", "--bootstrap", "127.0.0.1:1", "--url", "http://127.0.0.1:1/x");

        assertThat(executed.exitCode()).isEqualTo(4);
        assertThat(executed.err()).contains("Kafka does not answer at 127.0.0.1:1");
    }

    @ParameterizedTest
    @CsvSource({"90s,PT1M30S,90s", "15m,PT15M,15m", "6h,PT6H,6h", "1d,PT24H,24h", "PT2H,PT2H,2h"})
    void aTimeIsWrittenShort(String text, Duration time, String again) {
        assertThat(new Durations().convert(text)).isEqualTo(time);
        assertThat(Durations.text(time)).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource({"0s", "soon", "5", "PT0.1S"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> new Durations().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
