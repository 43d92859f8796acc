package vorsprung.processor.metrics;

/** Names that alerts and dashboards rely on, as Micrometer writes them before Prometheus' own suffixes. */
public final class MetricNames {
    /** Counter by type and outcome: what came of the events. */
    public static final String EVENTS = "vorsprung.events";

    /** Histogram: from publishing until an event can be queried. */
    public static final String EVENT_AGE = "vorsprung.event.age";

    /** Counter by type: signals that were news. */
    public static final String SIGNALS = "vorsprung.signals";

    private MetricNames() {}
}
