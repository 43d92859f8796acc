package vorsprung.benchmarks.contestant;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.market.MarketEvents;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.http.Json;
import vorsprung.ingest.IngestConfig;
import vorsprung.processor.report.ReportFields;
import vorsprung.topic.EventType;

/** Batches of benchmark results, and workers that publish them side by side. */
final class Batches {
    static final int WORKERS = 4;
    private static final int SIZE = 500;

    /** A gateway runs for weeks: what the compiler of the virtual machine takes in the first seconds is not its cost. */
    private static final int WARM_UP = 400;

    private Batches() {}

    /** Publishes one batch. */
    interface Publish<B> {
        void publish(int worker, B batch) throws Exception;
    }

    /** So many results as the assignment has events, and some batches before that to warm up with. */
    static List<List<SpecificRecord>> of(Assignment assignment) {
        long batchCount = WARM_UP + Math.max(1, assignment.events() / SIZE);
        // Half of a market's events are results; three times as many hold enough of them.
        Iterator<SpecificRecord> market = new MarketEvents(assignment.shape(), 3 * batchCount * SIZE, 0);
        List<List<SpecificRecord>> batches = new ArrayList<>();
        for (long i = 0; i < batchCount; i++) {
            List<SpecificRecord> batch = new ArrayList<>();
            while (batch.size() < SIZE) {
                SpecificRecord event = market.next();
                if (EventType.BENCHMARK_RESULT.record().isInstance(event)) {
                    batch.add(event);
                }
            }
            batches.add(batch);
        }
        return batches;
    }

    /** The settings of the ingest role. */
    static IngestConfig settings(Assignment assignment) {
        Map<String, String> settings = new HashMap<>(KnownSchemas.settings());
        settings.put("bootstrap.servers", assignment.bootstrapServers());
        settings.put("gateway.port", "0");
        settings.put("publish.transactions", String.valueOf(WORKERS));
        return IngestConfig.of(settings);
    }

    /** The batch as a JSON array. */
    static String json(List<SpecificRecord> batch) {
        return batch.stream().map(Batches::json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String json(SpecificRecord event) {
        Map<String, Object> fields = new HashMap<>(ReportFields.of(EventType.BENCHMARK_RESULT, event));
        fields.replaceAll((name, value) -> value instanceof Instant time ? time.toString() : value);
        try {
            return Json.writer().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and truth values can be written", e);
        }
    }

    /** Publishes all by as many workers, each batch by one of them; the first batches are not measured. */
    static <B> Measurement publish(List<B> batches, Publish<B> publish) throws Exception {
        together(batches.subList(0, WARM_UP), publish);
        List<B> measured = batches.subList(WARM_UP, batches.size());
        Meter meter = new Meter();
        meter.begin();
        together(measured, publish);
        return meter.end((long) measured.size() * SIZE);
    }

    private static <B> void together(List<B> batches, Publish<B> publish) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                int worker = i;
                running.add(workers.submit(() -> {
                    work(worker, batches, next, publish);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <B> void work(int worker, List<B> batches, AtomicInteger next, Publish<B> publish) throws Exception {
        for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
            publish.publish(worker, batches.get(i));
        }
    }
}
