package vorsprung.benchmarks.contestant;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.market.MarketEvents;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.http.Json;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.publish.PublishSettings;
import vorsprung.processor.report.ReportFields;
import vorsprung.topic.EventType;

/** Batches of benchmark results, and workers that publish them side by side. */
final class Batches {
    /** Taken in turn: one that has just committed waits for the brokers before it can begin anew. */
    static final int PRODUCERS = PublishSettings.DEFAULT_TRANSACTIONS;

    private static final int WORKERS = 4;
    private static final int SIZE = 500;

    /** A gateway runs for weeks: what the compiler of the virtual machine takes in the first minutes is not its cost. */
    private static final int WARM_UP = 16_000;

    private final Iterator<SpecificRecord> market;

    private Batches(Assignment assignment) {
        // Half of a market's events are results; three times as many hold enough of them.
        this.market = new MarketEvents(assignment.shape(), 3 * (WARM_UP * SIZE + assignment.events()), 0);
    }

    /** Publishes one batch. */
    interface Publish<B> {
        void publish(B batch) throws Exception;
    }

    /** The settings of the ingest role, whose directory knows the companies: one that it does not know is warned of. */
    static IngestConfig settings(Assignment assignment) throws IOException {
        Map<String, String> settings = new HashMap<>(KnownSchemas.settings());
        settings.put("bootstrap.servers", assignment.bootstrapServers());
        settings.put("gateway.port", "0");
        settings.put("publish.transactions", String.valueOf(PRODUCERS));
        settings.put("aliases.file", aliases(assignment).toString());
        return IngestConfig.of(settings);
    }

    private static Path aliases(Assignment assignment) throws IOException {
        String companies = IntStream.range(0, assignment.shape().companies())
                .mapToObj(number -> "Company " + number)
                .map(name -> name + "," + name)
                .collect(Collectors.joining("\n"));
        return Files.writeString(assignment.folder().resolve("aliases.csv"), "alias,company\n" + companies);
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

    /**
     * Publishes so many results as the assignment has events, each batch by one of the workers; those before that warm up
     * are not measured.
     *
     * @param body what is published of a batch; made before the measured ones are begun
     */
    static <B> Measurement publish(Assignment assignment, Function<List<SpecificRecord>, B> body, Publish<B> publish)
            throws Exception {
        Batches batches = new Batches(assignment);
        together(() -> body.apply(batches.next()), WARM_UP, publish);
        List<B> measured = Stream.generate(batches::next)
                .limit(Math.max(1, assignment.events() / SIZE))
                .map(body)
                .toList();
        Meter meter = new Meter();
        meter.begin();
        together(measured.iterator()::next, measured.size(), publish);
        return meter.end((long) measured.size() * SIZE);
    }

    private List<SpecificRecord> next() {
        return Stream.generate(market::next)
                .filter(EventType.BENCHMARK_RESULT.record()::isInstance)
                .limit(SIZE)
                .toList();
    }

    private static <B> void together(Supplier<B> bodies, int count, Publish<B> publish) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        AtomicInteger left = new AtomicInteger(count);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(workers.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        publish.publish(next(bodies));
                    }
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

    private static <B> B next(Supplier<B> bodies) {
        synchronized (bodies) {
            return bodies.get();
        }
    }
}
