package vorsprung.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {
    private static final List<String> KNOWN = List.of("amountUsd", "investors", "kind", "round");

    @Test
    void aSlipOfThePenFindsItsWord() {
        assertThat(Nearest.to("ammountUsd", KNOWN)).contains("amountUsd");
        assertThat(Nearest.to("INVESTOR", KNOWN)).contains("investors");
        assertThat(Nearest.to("knd", KNOWN)).contains("kind");
    }

    @Test
    void aWordUnlikeAnyFindsNone() {
        assertThat(Nearest.to("zzz", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("kind".repeat(1_000), KNOWN)).isEmpty();
    }

    @Test
    void amongEqualsTheFirstByNameIsMeant() {
        assertThat(Nearest.to("cat-x", List.of("cat-b", "cat-a"))).contains("cat-a");
    }
}
