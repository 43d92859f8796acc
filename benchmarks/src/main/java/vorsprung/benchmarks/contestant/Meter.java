package vorsprung.benchmarks.contestant;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import vorsprung.benchmarks.figure.Measurement;

/** Time and processor time of this process from the first event on, and its peak memory. Safe for many threads. */
final class Meter {
    static final String EVENTS_PER_SECOND = "events/s";
    static final String REQUESTS_PER_SECOND = "requests/s";
    static final String CPU_PER_MILLION = "cpu-s/million";
    private static final String PEAK = "peak-MB";

    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private volatile boolean running;
    private long beganAt;
    private long cpuBefore;

    /** The first event is there; further calls change nothing. */
    void begin() {
        if (!running) {
            start();
        }
    }

    private synchronized void start() {
        if (!running) {
            beganAt = System.nanoTime();
            cpuBefore = system.getProcessCpuTime();
            running = true;
        }
    }

    /** All of so many events are done. */
    synchronized Measurement end(long events) {
        double seconds = (System.nanoTime() - beganAt) / NANOS;
        double cpuSeconds = (system.getProcessCpuTime() - cpuBefore) / NANOS;
        return Measurement.empty()
                .with(EVENTS_PER_SECOND, events / seconds)
                .with(CPU_PER_MILLION, cpuSeconds * MILLION / events)
                .with(PEAK, PeakMemory.megabytes());
    }
}
