package vorsprung.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vorsprung.processor.query.Status;

final class StoreLagsTest {
    private static final List<Status.Store> KNOWN = List.of(new Status.Store("here:1", "timelines-by-model", 0, 7));
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final CountDownLatch back = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatTheBrokersSayIsPassedOnAndAskedAnewEachTime() {
        StoreLags lags = new StoreLags(this::ask, LONG);
        back.countDown();

        assertThat(lags.get()).isEqualTo(KNOWN);
        assertThat(lags.get()).isEqualTo(KNOWN);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whileTheyAreAwayNobodyWaitsAndTheyAreAskedOnce() {
        StoreLags lags = new StoreLags(this::ask, SHORT);

        assertThat(lags.get()).isEmpty();
        assertThat(lags.get()).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(asked).hasValue(1));

        back.countDown();
        Awaitility.await().untilAsserted(() -> assertThat(lags.get()).isEqualTo(KNOWN));
    }

    @Test
    void whatGoesWrongIsNotKnown() {
        StoreLags lags = new StoreLags(
                () -> {
                    throw new TimeoutException("no broker answered");
                },
                LONG);

        assertThat(lags.get()).isEmpty();
    }

    private List<Status.Store> ask() {
        asked.incrementAndGet();
        try {
            back.await();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        return KNOWN;
    }
}
