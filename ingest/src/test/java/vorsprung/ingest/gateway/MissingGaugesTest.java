package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class MissingGaugesTest {
    @Test
    void whatIsMissingIsOneForAsLongAsItIs() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        AtomicReference<Optional<String>> why = new AtomicReference<>(Optional.of("Kafka cannot be reached"));
        MissingGauges.addTo(registry, List.of(new Need("kafka", why::get), new Need("registry", Optional::empty)));

        assertThat(missing(registry, "kafka")).isEqualTo(1);
        assertThat(missing(registry, "registry")).isZero();

        why.set(Optional.empty());

        assertThat(missing(registry, "kafka")).isZero();
    }

    private static double missing(SimpleMeterRegistry registry, String what) {
        return registry.get("vorsprung.gateway.missing")
                .tag("what", what)
                .gauge()
                .value();
    }
}
