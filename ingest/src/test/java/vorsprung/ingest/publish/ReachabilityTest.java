package vorsprung.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReachabilityTest {
    private static final Instant BEGIN = Instant.parse("2025-04-01T12:00:00Z");

    /** What looks find, each as soon as it is there. */
    private final BlockingQueue<Optional<String>> found = new LinkedBlockingQueue<>();

    private final AtomicInteger looks = new AtomicInteger();
    private volatile Instant now = BEGIN;
    private final Reachability reachability =
            new Reachability("The registry", this::look, Duration.ofMillis(1), () -> now);

    @AfterEach
    void stop() {
        reachability.close();
    }

    @Test
    void nothingIsThereBeforeTheFirstLook() {
        assertThat(reachability.missing()).contains("The registry has not been asked yet");
    }

    @Test
    void theLastLookSaysWhatIsMissing() {
        reachability.start();

        found.add(Optional.of("gone"));
        await().untilAsserted(() -> assertThat(reachability.missing()).contains("gone"));
        found.add(Optional.empty());
        await().untilAsserted(() -> assertThat(reachability.missing()).isEmpty());
    }

    @Test
    void whoDoesNotAnswerALookForSecondsIsMissingUntilHeDoes() {
        reachability.start();
        found.add(Optional.empty());
        await().until(() -> looks.get() == 2);
        assertThat(reachability.missing()).isEmpty();

        now = BEGIN.plusSeconds(30);
        assertThat(reachability.missing()).contains("The registry has not answered for 30 s");

        found.add(Optional.empty());
        await().untilAsserted(() -> assertThat(reachability.missing()).isEmpty());
    }

    private Optional<String> look() {
        looks.incrementAndGet();
        try {
            return found.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
