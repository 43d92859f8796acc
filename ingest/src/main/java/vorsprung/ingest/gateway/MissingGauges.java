package vorsprung.ingest.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * What the gateway lacks to publish, as {@code vorsprung_gateway_missing} by {@code what}: 1 while it is missing. Its
 * {@code /readyz} says the same in words, but nobody reads that of a gateway to which nothing is sent.
 */
public final class MissingGauges {
    private MissingGauges() {}

    /** Shows each of these. */
    public static void addTo(MeterRegistry registry, List<Need> needs) {
        needs.forEach(need -> Gauge.builder("vorsprung.gateway.missing", need, MissingGauges::value)
                .description("What the gateway lacks to publish: 1 while it is missing")
                .tag("what", need.what())
                .strongReference(true)
                .register(registry));
    }

    private static int value(Need need) {
        return need.missing().get().isPresent() ? 1 : 0;
    }
}
