package vorsprung.ingest.publish.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vorsprung.publication.PublishAttempt;

final class OpenAttemptsTest {
    private static final Instant AT = Instant.parse("2025-04-01T12:00:00Z");

    private final OpenAttempts open = new OpenAttempts();

    @Test
    void aProducerThatBeganAnAttemptMayStillBeAtIt() {
        begun(0, "a", "producer-0");
        begun(1, "a", "producer-1");

        assertThat(open.unsettled(key("a"))).containsExactly("producer-0", "producer-1");
    }

    @Test
    void aProducerThatBeganAnotherOneSinceIsDoneWithIt() {
        begun(0, "a", "producer-0");
        begun(1, "b", "producer-0");

        assertThat(open.unsettled(key("a"))).isEmpty();
        assertThat(open.unsettled(key("b"))).containsExactly("producer-0");
    }

    @Test
    void whatIsAnsweredIsSettled() {
        begun(0, "a", "producer-0");
        open.answered(key("a"));

        assertThat(open.unsettled(key("a"))).isEmpty();
    }

    private void begun(long offset, String key, String transactionalId) {
        open.add(
                offset,
                PublishAttempt.newBuilder()
                        .setCaller("somebody")
                        .setIdempotencyKey(key)
                        .setRequest("r")
                        .setAt(AT)
                        .setTransactionalId(transactionalId)
                        .build());
    }

    private static Fingerprint key(String key) {
        return Fingerprint.of("somebody", key);
    }
}
