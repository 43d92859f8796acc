package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A changed topology is seen in review; a changed store name is lost state. */
class TopologyNamesTest {

    @Test
    void theTopologyIsTheOneThatIsCheckedIn() throws IOException {
        String described = TopologyFixture.topology(4).describe().toString();

        assertThat(described).isEqualToNormalizingNewlines(checkedIn());
    }

    @Test
    void noNameIsGenerated() {
        String described = TopologyFixture.topology(4).describe().toString();

        assertThat(described).doesNotContain("KSTREAM-").doesNotContain("KTABLE-");
    }

    private static String checkedIn() throws IOException {
        try (InputStream text = TopologyNamesTest.class.getResourceAsStream("topology.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
