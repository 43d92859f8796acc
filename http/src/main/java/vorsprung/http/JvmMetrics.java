package vorsprung.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** The Java process in a role's metrics: memory, garbage collection, threads, processor, open files, uptime. */
public final class JvmMetrics implements AutoCloseable {
    /** Listens for collections, so it must be closed; the others are read when scraped. */
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private JvmMetrics() {}

    /** Adds them to a registry. */
    public static JvmMetrics in(MeterRegistry registry) {
        JvmMetrics metrics = new JvmMetrics();
        metrics.collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return metrics;
    }

    @Override
    public void close() {
        collections.close();
    }
}
