package vorsprung.processor.metrics;

/** Names that alerts and dashboards rely on, as Micrometer writes them before Prometheus' own suffixes. */
public final class MetricNames {
    /** Counter by type and outcome: what came of the events; a dead letter once it is committed. */
    public static final String EVENTS = "vorsprung.events";

    /** Histogram by historical: from publishing until an event can be queried. */
    public static final String EVENT_AGE = "vorsprung.event.age";

    /** Counter: events older than a day when they were processed, which were not timed. */
    public static final String EVENTS_REPLAYED = "vorsprung.events.replayed";

    /** Counter by type and historical: reports that give another figure than another source. */
    public static final String CONTRADICTIONS = "vorsprung.conflicting.reports";

    /** Counter by type: signals that were news. */
    public static final String SIGNALS = "vorsprung.signals";

    /** Gauge by signal: the figure that made a signal that is news now. */
    public static final String SIGNAL_VALUE = "vorsprung.signal.value";

    /** Gauge by signal: the figure before. */
    public static final String SIGNAL_PREVIOUS = "vorsprung.signal.previous";

    /** Gauge by company: valuation, US dollars. */
    public static final String VALUATION = "vorsprung.valuation.usd";

    /** Gauge by company: raised by primary rounds, US dollars. */
    public static final String TOTAL_RAISED = "vorsprung.total.raised.usd";

    /** Gauge by company: months of runway. */
    public static final String RUNWAY = "vorsprung.runway.months";

    /** Gauge by benchmark and company: age of the open lead window, days. */
    public static final String LEAD_DAYS = "vorsprung.lead.days";

    /** Gauge by benchmark: the leader's margin, in the benchmark's unit. */
    public static final String LEAD_MARGIN = "vorsprung.lead.margin";

    /** Gauge by benchmark: the leader's margin, percent of the best of all others. */
    public static final String LEAD_MARGIN_PERCENT = "vorsprung.lead.margin.percent";

    /** Gauge by benchmark: how long a lead lasts nowadays, days. */
    public static final String VORSPRUNG_DAYS = "vorsprung.vorsprung.days";

    /** Gauge by benchmark: how long a lead lasted as of 91 days ago, days. */
    public static final String VORSPRUNG_DAYS_QUARTER_AGO = "vorsprung.vorsprung.days.quarter.ago";

    /** Gauge by benchmark: companies within two percent of the frontier. */
    public static final String CONTENDERS = "vorsprung.contenders";

    /** Gauge by benchmark: the best score of all, in the benchmark's unit. */
    public static final String FRONTIER = "vorsprung.frontier.score";

    /** Gauge by benchmark: valid time of the last result, seconds since 1970. */
    public static final String LAST_RESULT = "vorsprung.last.result.timestamp.seconds";

    /** Gauge by model and kind: list price, US dollars per million tokens. */
    public static final String MODEL_PRICE = "vorsprung.model.price.usd.per.million.tokens";

    /** Gauge by benchmark, minimum score and model: what the capability costs now, US dollars per million tokens. */
    public static final String CAPABILITY_PRICE = "vorsprung.capability.price.usd.per.million.tokens";

    /** Gauge by benchmark and minimum score: what it cost 30 days ago. */
    public static final String CAPABILITY_PRICE_MONTH_AGO =
            "vorsprung.capability.price.month.ago.usd.per.million.tokens";

    /** Gauge by benchmark and minimum score: since when it costs that, seconds since 1970. */
    public static final String CAPABILITY_PRICE_SINCE = "vorsprung.capability.price.since.timestamp.seconds";

    /** Gauge by family: how many series were left out because a family has more than the limit. */
    public static final String SERIES_LEFT_OUT = "vorsprung.series.left.out";

    /** Gauge: when all of the market's figures were last read from the stores, seconds since 1970. */
    public static final String FIGURES_READ = "vorsprung.figures.read.timestamp.seconds";

    /** Gauge by state: 1 for the state that Kafka Streams is in. */
    public static final String STREAMS_STATE = "vorsprung.streams.state";

    /** Gauge: how many stream threads were asked for. */
    public static final String STREAM_THREADS = "vorsprung.stream.threads.configured";

    /** Gauge: how long processing has been waiting for the schema registry, seconds; 0 when it does not wait. */
    public static final String REGISTRY_WAIT = "vorsprung.registry.wait.seconds";

    /** Gauge: memory of the machine, or what its control group allows, bytes. */
    public static final String MEMORY = "vorsprung.memory.limit.bytes";

    private MetricNames() {}
}
