package vorsprung.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import vorsprung.wire.SchemaRegistryException;

class RegistryWaitTest {
    private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);
    private final SchemaRegistryException away = new SchemaRegistryException("away", new IOException());
    private final SchemaRegistryException refusal = new SchemaRegistryException("who are you?", 401, -1);

    private final AtomicLong time = new AtomicLong();
    private final RegistryWait registry = new RegistryWait(Duration.ofMinutes(3), Duration.ZERO, time::get);
    private final Deque<SchemaRegistryException> failures = new ArrayDeque<>();

    /** Each question takes a minute. */
    private String work() {
        time.addAndGet(A_MINUTE);
        SchemaRegistryException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return "done";
    }

    @Test
    void whatIsAwayForAWhileIsAskedAgain() {
        failures.addAll(List.of(away, away));

        assertThat(registry.outlast(this::work)).isEqualTo("done");
        assertThat(failures).isEmpty();
    }

    @Test
    void aRefusalIsNoReasonToWait() {
        failures.addAll(List.of(refusal, refusal));

        assertThatThrownBy(() -> registry.outlast(this::work)).isSameAs(refusal);
        assertThat(failures).hasSize(1);
    }

    @Test
    void atTheLimitTheFailureIsPassedOn() {
        failures.addAll(List.of(away, away, away, away, away, away));

        assertThatThrownBy(() -> registry.outlast(this::work)).isSameAs(away);
        assertThat(failures)
                .as("asked once, and three times more in three minutes")
                .hasSize(2);
    }

    @Test
    void whoWaitsIsSeenAndForHowLong() {
        List<Duration> seen = new ArrayList<>();
        failures.addAll(List.of(away, away));

        registry.outlast(() -> {
            seen.add(registry.longest());
            return work();
        });

        assertThat(seen).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
        assertThat(registry.longest()).isZero();
    }

    @Test
    void nobodyWaitsWhenTheInstanceEnds() {
        failures.addAll(List.of(away, away));
        registry.close();

        assertThatThrownBy(() -> registry.outlast(this::work)).isSameAs(away);
        assertThat(failures).hasSize(1);
    }

    @Test
    void aSerdeWaitsInBothDirections() {
        try (Serde<String> plain = Serdes.String();
                Serde<String> flaky = Serdes.serdeFrom(
                        (topic, value) -> plain.serializer().serialize(topic, work() + value),
                        (topic, bytes) -> plain.deserializer().deserialize(topic, bytes) + work());
                Serde<String> patient = registry.outlasting(flaky)) {
            failures.add(away);
            byte[] written = Objects.requireNonNull(patient.serializer().serialize("topic", "!"));
            failures.add(away);

            assertThat(patient.deserializer().deserialize("topic", written)).isEqualTo("done!done");
        }
    }
}
