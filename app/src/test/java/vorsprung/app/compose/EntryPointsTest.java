package vorsprung.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class EntryPointsTest {
    private static final String TRUSTED = "org.apache.avro.SERIALIZABLE_PACKAGES";

    @Test
    void theImageTrustsTheClassesThatTheTestsTrust() throws IOException {
        assertThat(EntryPoints.ofStage("vorsprung")).contains("-D" + TRUSTED + "=" + System.getProperty(TRUSTED));
    }
}
