package vorsprung.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplacementsTest {

    @Test
    void whatIsPutInIsNotReplacedAgain() {
        assertThat(Replacements.in("a: 8080, b: 8082", Map.of("8080", "8082", "8082", "$1")))
                .isEqualTo("a: 8082, b: $1");
    }

    @Test
    void whatTheFileDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Replacements.in("a: 8080", Map.of("9090", "1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("9090");
    }
}
