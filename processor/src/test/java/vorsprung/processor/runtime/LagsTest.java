package vorsprung.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vorsprung.processor.query.Lag;

class LagsTest {
    private long now;
    private final Lags lags = new Lags(() -> TimeUnit.MILLISECONDS.toNanos(now));

    @Test
    void aCopyThatHoldsEverythingIsAsOldAsTheLastLook() {
        look(10, 10);
        now = 200;

        assertThat(lags.of("store", 3)).contains(new Lag(0, 200));
    }

    @Test
    void theMarkerOfTheLastTransactionIsNoRecord() {
        look(9, 10);

        assertThat(lags.of("store", 3)).contains(new Lag(0, 0));
    }

    @Test
    void aCopyThatFallsBehindIsAsOldAsWhenItWasLastWhole() {
        look(9, 10);
        now = 500;
        look(9, 15);
        now = 600;

        assertThat(lags.of("store", 3)).contains(new Lag(5, 600));
    }

    @Test
    void aCopyThatWasNeverWholeHasNoLagToTell() {
        look(1, 1_000);

        assertThat(lags.of("store", 3)).isEmpty();
        assertThat(lags.of("store", 4)).isEmpty();
    }

    @Test
    void aCopyThatIsGoneIsForgotten() {
        look(10, 10);
        lags.look(Map::of);

        assertThat(lags.of("store", 3)).isEmpty();
    }

    private void look(long position, long end) {
        lags.look(() -> Map.of("store", Map.of(3, end - position)));
    }
}
