package vorsprung.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class LifetimeTest {

    @Test
    void itLastsUntilItIsEnded() throws InterruptedException {
        try (Lifetime lifetime = Lifetime.untilSignal()) {
            assertThat(lifetime.isOver()).isFalse();
            assertThat(lifetime.await(Duration.ofMillis(1))).isFalse();

            lifetime.end();

            lifetime.await();
            assertThat(lifetime.isOver()).isTrue();
        }
    }

    @Test
    void whatKillsAPartEndsItAndIsThrown() {
        try (Lifetime lifetime = Lifetime.untilSignal()) {
            lifetime.dependOn("a part", () -> {
                throw new IllegalStateException("the streams died");
            });

            assertThatThrownBy(lifetime::await)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the streams died");
        }
    }

    @Test
    void aPartThatEndsInPeaceEndsNothing() throws InterruptedException {
        try (Lifetime lifetime = Lifetime.untilSignal()) {
            lifetime.dependOn("a part", () -> {});

            assertThat(lifetime.await(Duration.ofMillis(50))).isFalse();
        }
    }
}
