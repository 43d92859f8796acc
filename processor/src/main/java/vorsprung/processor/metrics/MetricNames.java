package vorsprung.processor.metrics;

/** Names that alerts and dashboards rely on, as Micrometer writes them before Prometheus' own suffixes. */
public final class MetricNames {
    /** Counter by type and outcome: what came of the events. */
    public static final String EVENTS = "vorsprung.events";

    /** Histogram: from publishing until an event can be queried. */
    public static final String EVENT_AGE = "vorsprung.event.age";

    /** Counter by type: signals that were news. */
    public static final String SIGNALS = "vorsprung.signals";

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

    /** Gauge by benchmark: how long a lead lasts nowadays, days. */
    public static final String VORSPRUNG_DAYS = "vorsprung.vorsprung.days";

    /** Gauge by benchmark: companies within two percent of the frontier. */
    public static final String CONTENDERS = "vorsprung.contenders";

    /** Gauge by model and kind: list price, US dollars per million tokens. */
    public static final String MODEL_PRICE = "vorsprung.model.price.usd.per.million.tokens";

    private MetricNames() {}
}
