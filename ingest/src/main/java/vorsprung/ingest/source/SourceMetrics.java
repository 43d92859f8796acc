package vorsprung.ingest.source;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What watching comes to, by source: {@code vorsprung_source_last_success_timestamp_seconds}, and the totals
 * {@code vorsprung_source_published_total}, {@code …_unchanged_total}, {@code …_failed_total}.
 */
public final class SourceMetrics {
    private static final String SOURCE = "source";

    private final MeterRegistry registry;
    private final Map<String, AtomicLong> successes = new ConcurrentHashMap<>();

    public SourceMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows all series of a source from the start; its last success is 0 until there is one. */
    void begin(String source) {
        AtomicLong success = successes.computeIfAbsent(source, name -> new AtomicLong());
        Gauge.builder("vorsprung.source.last.success.timestamp.seconds", success, AtomicLong::doubleValue)
                .description("When all documents of the source were last read, in seconds since 1970")
                .tag(SOURCE, source)
                .register(registry);
        published(source, 0);
        unchanged(source, 0);
        failed(source, 0);
    }

    void succeeded(String source, Instant at) {
        successes.computeIfAbsent(source, name -> new AtomicLong()).set(at.getEpochSecond());
    }

    void published(String source, long reports) {
        count("published", "Reports published, corrections and retractions among them", source, reports);
    }

    void unchanged(String source, long statements) {
        count("unchanged", "Statements found as they were", source, statements);
    }

    void failed(String source, long failures) {
        count(
                "failed",
                "Documents that could not be read, and statements that are no well-formed event",
                source,
                failures);
    }

    private void count(String what, String description, String source, long by) {
        Counter.builder("vorsprung.source." + what)
                .description(description)
                .tag(SOURCE, source)
                .register(registry)
                .increment((double) by);
    }
}
