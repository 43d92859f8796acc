package vorsprung.processor.metrics;

import java.util.List;

/**
 * One of Kafka's own metrics that is exported. Those that no rule and no dashboard uses are left out, and with them
 * thousands of series.
 *
 * @param group Kafka's group of metrics
 * @param name Kafka's name in it
 * @param kind how it moves, and how several that share all labels are made one
 * @param labels which of the labels {@code thread}, {@code client}, {@code task}, {@code store}, {@code topic} and
 *     {@code partition} it keeps
 */
record KafkaSeries(String group, String name, Kind kind, List<String> labels) {
    private static final String TOTAL = "-total";

    /** Kafka calls both kinds total. */
    enum Kind {
        /** Never falls. */
        COUNTER,
        /** Goes up and down; several are added. */
        SUM,
        /** Goes up and down; of several the greatest counts. */
        MAX
    }

    /**
     * All of them. Not among them is {@code uncommitted-bytes}: it asks RocksDB for the size of a batch that may have
     * been freed by then, since a store that closes leaves it to be read, and takes the process down.
     */
    static final List<KafkaSeries> ALL = List.of(
            sum("stream-metrics", "alive-stream-threads"),
            sum("stream-metrics", "failed-stream-threads"),
            counter("stream-thread-metrics", "process-total", "thread"),
            counter("stream-thread-metrics", "commit-total", "thread"),
            counter("stream-thread-metrics", "poll-total", "thread"),
            counter("stream-thread-metrics", "task-created-total", "thread"),
            counter("stream-thread-metrics", "task-closed-total", "thread"),
            max("stream-thread-metrics", "process-ratio", "thread"),
            max("stream-thread-metrics", "poll-ratio", "thread"),
            max("stream-thread-metrics", "commit-ratio", "thread"),
            max("stream-thread-metrics", "process-latency-avg", "thread"),
            max("stream-thread-metrics", "commit-latency-avg", "thread"),
            max("stream-thread-metrics", "commit-latency-max", "thread"),
            max("stream-thread-metrics", "poll-records-avg", "thread"),
            counter("stream-task-metrics", "dropped-records-total", "task"),
            sum("stream-task-metrics", "restore-remaining-records-total", "task"),
            sum("stream-task-metrics", "active-buffer-count"),
            sum("stream-state-updater-metrics", "active-restoring-tasks"),
            sum("stream-state-updater-metrics", "standby-updating-tasks"),
            sum("stream-state-updater-metrics", "restore-records-rate"),
            sum("stream-state-metrics", "block-cache-usage", "store"),
            sum("stream-state-metrics", "size-all-mem-tables", "store"),
            sum("stream-state-metrics", "estimate-table-readers-mem", "store"),
            sum("stream-state-metrics", "total-sst-files-size", "store"),
            sum("stream-state-metrics", "estimate-num-keys", "store"),
            sum("stream-state-metrics", "background-errors", "store"),
            sum("stream-state-metrics", "num-open-iterators", "store"),
            max("stream-state-metrics", "write-stall-duration-avg", "store"),
            max("consumer-fetch-manager-metrics", "records-lag", "topic", "partition"),
            counter("consumer-fetch-manager-metrics", "records-consumed-total", "client", "topic"),
            counter("consumer-coordinator-metrics", "rebalance-total", "client"),
            counter("consumer-coordinator-metrics", "failed-rebalance-total", "client"),
            max("consumer-coordinator-metrics", "rebalance-latency-max", "client"),
            max("consumer-coordinator-metrics", "last-heartbeat-seconds-ago", "client"),
            sum("consumer-coordinator-metrics", "assigned-partitions", "client"),
            max("consumer-metrics", "last-poll-seconds-ago", "client"),
            counter("producer-metrics", "record-send-total", "client"),
            counter("producer-metrics", "record-error-total", "client"),
            counter("producer-metrics", "record-retry-total", "client"),
            max("producer-metrics", "request-latency-avg", "client"),
            max("producer-metrics", "request-latency-max", "client"));

    KafkaSeries {
        labels = List.copyOf(labels);
    }

    /** Its name in Prometheus, as Micrometer's binder would have it; a counter's without {@code _total}. */
    String exportedName() {
        String base = name.endsWith(TOTAL) ? name.substring(0, name.length() - TOTAL.length()) : name;
        return ("kafka_" + group.replaceFirst("-metrics$", "") + '_' + base).replace('-', '_');
    }

    /** Adds what two hold under the same labels. */
    double together(double one, double other) {
        return kind == Kind.MAX ? Math.max(one, other) : one + other;
    }

    private static KafkaSeries counter(String group, String name, String... labels) {
        return new KafkaSeries(group, name, Kind.COUNTER, List.of(labels));
    }

    private static KafkaSeries sum(String group, String name, String... labels) {
        return new KafkaSeries(group, name, Kind.SUM, List.of(labels));
    }

    private static KafkaSeries max(String group, String name, String... labels) {
        return new KafkaSeries(group, name, Kind.MAX, List.of(labels));
    }
}
