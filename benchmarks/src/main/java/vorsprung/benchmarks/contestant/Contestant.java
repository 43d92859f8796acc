package vorsprung.benchmarks.contestant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vorsprung.benchmarks.figure.Measurement;
import vorsprung.topic.EventType;

/** Everything that can be measured, by the name that a person types. */
public enum Contestant {
    RAW("raw", Scene.IN_ORDER, new RawRead()),
    COUNT("count", Scene.IN_ORDER, PlainCount.uncached(), "raw"),
    CACHED_COUNT("cached-count", Scene.IN_ORDER, PlainCount.cached(), "raw"),
    MARKET("market", Scene.IN_ORDER, new MarketFold(1), "raw", "count", "cached-count"),
    MARKET_2_THREADS("market-2-threads", Scene.IN_ORDER, new MarketFold(2), "market"),
    MARKET_4_THREADS("market-4-threads", Scene.IN_ORDER, new MarketFold(4), "market"),
    MARKET_2_INSTANCES("market-2-instances", Scene.IN_ORDER, new MarketFold(1), 2, "market"),
    SHUFFLED("shuffled", Scene.SHUFFLED, new MarketFold(1), "raw", "market"),
    RESTORE("restore", Scene.IN_ORDER, new Restore(), "raw"),
    FRESHNESS("freshness", Scene.EMPTY, new Freshness()),
    PRODUCER("producer", Scene.EMPTY, new ProducerPublish()),
    GATEWAY("gateway", Scene.EMPTY, new GatewayPublish(), "producer"),
    BARE_SERVER("bare-server", Scene.EMPTY, new BareServer()),
    POINT_QUERIES("point-queries", Scene.EMPTY, ApiQueries.ofOneCompany(), "bare-server"),
    LIST_QUERIES("list-queries", Scene.EMPTY, ApiQueries.ofAList(), "bare-server"),
    MIXED_QUERIES("mixed-queries", Scene.EMPTY, ApiQueries.mixed(), "bare-server"),
    POINT_UNDER_INGEST(
            "point-queries-under-ingest",
            Scene.EMPTY,
            ApiQueries.ofOneCompany().underIngest(),
            "bare-server",
            "point-queries"),
    LIST_UNDER_INGEST(
            "list-queries-under-ingest",
            Scene.EMPTY,
            ApiQueries.ofAList().underIngest(),
            "bare-server",
            "list-queries"),
    MIXED_UNDER_INGEST(
            "mixed-queries-under-ingest",
            Scene.EMPTY,
            ApiQueries.mixed().underIngest(),
            "bare-server",
            "mixed-queries"),
    COMPANY_COMMAND("company-command", Scene.EMPTY, new CompanyCommand()),
    START("start", Scene.EMPTY, new Start()),
    COMPANY_GROWTH("company-growth", Scene.COMPANIES, new Growth(EventType.FUNDING_ROUND)),
    BENCHMARK_GROWTH("benchmark-growth", Scene.BENCHMARKS, new Growth(EventType.BENCHMARK_RESULT));

    private final String label;
    private final Scene scene;

    // What a contestant does is never changed, though its class cannot say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Work work;

    private final int instances;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> references;

    Contestant(String label, Scene scene, Work work, String... references) {
        this(label, scene, work, 1, references);
    }

    Contestant(String label, Scene scene, Work work, int instances, String... references) {
        this.label = label;
        this.scene = scene;
        this.work = work;
        this.instances = instances;
        this.references = List.of(references);
    }

    /** The contestant of this name. */
    public static Optional<Contestant> labelled(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(Contestant::label).collect(Collectors.joining(", "));
    }

    /** The name that a person types. */
    public String label() {
        return label;
    }

    /** What is on its topics. */
    public Scene scene() {
        return scene;
    }

    /** How many processes share the work, as instances of one application. */
    public int instances() {
        return instances;
    }

    /** Whom it is compared with, where these take part as well. */
    public List<String> references() {
        return references;
    }

    /**
     * What the instances have measured, as one: the work was done when the last was done with it, and cost what it cost
     * all of them.
     */
    public static Measurement together(List<Measurement> instances) {
        return instances.stream()
                .reduce((one, other) ->
                        one.combined(other, name -> name.equals(Meter.EVENTS_PER_SECOND) ? Math::min : Double::sum))
                .orElseThrow();
    }

    /** Does its work, in this process. */
    public Measurement run(Assignment assignment) throws Exception {
        return work.run(assignment);
    }

    /** The figures that are compared. */
    public static List<String> compared() {
        return List.of(Meter.EVENTS_PER_SECOND, Meter.CPU_PER_MILLION, Meter.REQUESTS_PER_SECOND, Percentiles.P99);
    }
}
