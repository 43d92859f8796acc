package vorsprung.benchmarks.contestant;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.benchmarks.stage.KnownSchemas;
import vorsprung.processor.Processor;
import vorsprung.processor.ProcessorConfig;
import vorsprung.topic.Position;

/** Questions to the query API of the whole processor, while nothing is published or while it is at half its speed. */
final class ApiQueries implements Work {
    private static final String BEHIND = "behind-ms";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MS = 1e6;

    /** What the market has before it is asked about: events to warm up with, and those that the full speed is taken of. */
    private static final int WARM_UP = 30_000;

    private static final int AT_FULL_SPEED = 40_000;
    private static final long MOST_EVENTS = 2_000_000;

    private static final int ASKED_COMPANIES = 20;

    /** Of so many mixed questions one is for the list. */
    private static final int QUESTIONS_FOR_A_LIST = 10;

    /** All clients of a benchmark are one caller, who asks more than a caller may. */
    private static final String NO_LIMIT = "1000000";

    private final Function<Random, String> question;
    private final boolean underIngest;

    private ApiQueries(Function<Random, String> question, boolean underIngest) {
        this.question = question;
        this.underIngest = underIngest;
    }

    /** All figures of one company, each with its evidence. */
    static ApiQueries ofOneCompany() {
        return new ApiQueries(ApiQueries::point, false);
    }

    /** A page of fifty companies, sorted. */
    static ApiQueries ofAList() {
        return new ApiQueries(random -> list(), false);
    }

    /** One list for nine companies. */
    static ApiQueries mixed() {
        return new ApiQueries(random -> random.nextInt(QUESTIONS_FOR_A_LIST) == 0 ? list() : point(random), false);
    }

    /** The same questions, while events come at half the speed at which they can be processed. */
    ApiQueries underIngest() {
        return new ApiQueries(question, true);
    }

    private static String point(Random random) {
        return "/v1/companies/company-" + random.nextInt(ASKED_COMPANIES);
    }

    private static String list() {
        return "/v1/companies?limit=50";
    }

    @Override
    public Measurement run(Assignment assignment) throws Exception {
        try (Feed feed = new Feed(assignment, MOST_EVENTS);
                Processor processor = Processor.of(config(assignment))) {
            processor.start();
            process(processor, feed, WARM_UP);
            double fullSpeed = process(processor, feed, AT_FULL_SPEED);
            HttpLoad load = new HttpLoad(processor.port(), question);
            return underIngest ? ask(load, processor, feed, fullSpeed / 2) : load.run();
        }
    }

    /** Has so many events processed; how many a second. */
    private static double process(Processor processor, Feed feed, int events) throws Exception {
        long began = System.nanoTime();
        await(processor, feed.publish(events));
        return events * NANOS / (System.nanoTime() - began);
    }

    private static Measurement ask(HttpLoad load, Processor processor, Feed feed, double eventsPerSecond)
            throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService publisher = Executors.newSingleThreadExecutor();
        try {
            Future<Position> published = publisher.submit(() -> feed.publishUntil(stopped, eventsPerSecond));
            Measurement measured = load.run();
            stopped.set(true);
            Position end = published.get();
            long stoppedAt = System.nanoTime();
            await(processor, end);
            return measured.with(Meter.EVENTS_PER_SECOND, eventsPerSecond)
                    .with(BEHIND, (System.nanoTime() - stoppedAt) / NANOS_PER_MS);
        } finally {
            stopped.set(true);
            publisher.shutdownNow();
        }
    }

    private static void await(Processor processor, Position position) {
        if (!processor.await(position, PATIENCE)) {
            throw new IllegalStateException("the market was not queryable after " + PATIENCE);
        }
    }

    private static ProcessorConfig config(Assignment assignment) {
        Map<String, String> settings = new HashMap<>(KnownSchemas.settings());
        settings.put("bootstrap.servers", assignment.bootstrapServers());
        settings.put("application.id", assignment.name());
        settings.put("state.dir", assignment.folder().resolve("state").toString());
        settings.put("api.port", "0");
        settings.put("limit.requests-per-second", NO_LIMIT);
        return ProcessorConfig.of(settings);
    }
}
