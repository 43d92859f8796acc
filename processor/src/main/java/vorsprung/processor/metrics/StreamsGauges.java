package vorsprung.processor.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.io.File;
import java.lang.management.ManagementFactory;
import org.apache.kafka.streams.KafkaStreams;

/** How the Streams client stands, and what its machine has left for it. */
public final class StreamsGauges {
    private StreamsGauges() {}

    /**
     * Adds them to a registry.
     *
     * @param threads how many stream threads were asked for
     * @param stateDir folder of the local state
     */
    public static void addTo(MeterRegistry registry, KafkaStreams streams, int threads, File stateDir) {
        for (KafkaStreams.State state : KafkaStreams.State.values()) {
            Gauge.builder(MetricNames.STREAMS_STATE, streams, client -> client.state() == state ? 1 : 0)
                    .description("1 for the state that Kafka Streams is in, 0 for all others")
                    .tag("state", state.name())
                    .register(registry);
        }
        Gauge.builder(MetricNames.STREAM_THREADS, () -> threads)
                .description("Stream threads that were asked for")
                .register(registry);
        Gauge.builder(MetricNames.MEMORY, StreamsGauges::memory)
                .description("Memory of the machine, or what its control group allows, bytes")
                .register(registry);
        new DiskSpaceMetrics(stateDir).bindTo(registry);
    }

    private static double memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? (double) machine.getTotalMemorySize()
                : Double.NaN;
    }
}
