package vorsprung.processor.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Kafka Streams' and its clients' own metrics, those in {@link KafkaSeries#ALL}, read at each scrape. So none outlives
 * the task, thread or client it tells of, and what is not a number is left out.
 */
public final class KafkaMetrics implements MultiCollector {
    /** Between the application's id and what names a thread or a client stands an id that each start makes anew. */
    private static final Pattern WITH_PROCESS_ID =
            Pattern.compile(".*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-(.+)");

    private static final String TOPIC = "topic";

    /** Restoring reads to a known end, so its lag is no lag of events. */
    private static final String RESTORING = "restore-consumer";

    private static final Map<String, Map<String, KafkaSeries>> WANTED = KafkaSeries.ALL.stream()
            .collect(Collectors.groupingBy(
                    KafkaSeries::group, Collectors.toMap(KafkaSeries::name, Function.identity())));

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;

    /** {@code metrics} gives all that Kafka Streams keeps. */
    public KafkaMetrics(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    @Override
    public MetricSnapshots collect() {
        Map<KafkaSeries, Map<Labels, Double>> values = new HashMap<>();
        Map<KafkaSeries, String> helps = new HashMap<>();
        Map<MetricName, ? extends Metric> all = metrics.get();
        Set<String> secondNames = secondNames(all.keySet());
        all.forEach((name, metric) -> wanted(name)
                .filter(series -> !secondNames.contains(name.tags().get(TOPIC)))
                .ifPresent(series -> {
                    if (metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())) {
                        values.computeIfAbsent(series, first -> new HashMap<>())
                                .merge(labels(series, name.tags()), number.doubleValue(), series::together);
                        helps.putIfAbsent(series, name.description());
                    }
                }));
        List<MetricSnapshot> snapshots = new ArrayList<>();
        values.forEach((series, points) -> snapshots.add(snapshot(series, helps.getOrDefault(series, ""), points)));
        return new MetricSnapshots(snapshots);
    }

    /** Kafka tells of a topic with a dot in its name twice, the second time with underscores instead: no topic of ours. */
    private static Set<String> secondNames(Set<MetricName> all) {
        return all.stream()
                .map(name -> name.tags().getOrDefault(TOPIC, ""))
                .filter(topic -> topic.contains("."))
                .map(topic -> topic.replace('.', '_'))
                .collect(Collectors.toSet());
    }

    private static Optional<KafkaSeries> wanted(MetricName name) {
        boolean restoring = name.tags().getOrDefault("client-id", "").endsWith(RESTORING);
        return restoring
                ? Optional.empty()
                : Optional.ofNullable(
                        WANTED.getOrDefault(name.group(), Map.of()).get(name.name()));
    }

    private static Labels labels(KafkaSeries series, Map<String, String> tags) {
        Map<String, String> labels = new TreeMap<>();
        series.labels().forEach(label -> labels.put(label, label(label, tags)));
        return Labels.of(labels.keySet().toArray(String[]::new), labels.values().toArray(String[]::new));
    }

    private static String label(String label, Map<String, String> tags) {
        return switch (label) {
            case "thread" -> local(tags.getOrDefault("thread-id", ""));
            case "client" -> local(tags.getOrDefault("client-id", ""));
            case "task" -> tags.getOrDefault("task-id", "");
            case "store" -> tags.getOrDefault("rocksdb-state-id", "");
            default -> tags.getOrDefault(label, "");
        };
    }

    private static String local(String id) {
        Matcher withProcessId = WITH_PROCESS_ID.matcher(id);
        return withProcessId.matches() ? withProcessId.group(1) : id;
    }

    private static MetricSnapshot snapshot(KafkaSeries series, String help, Map<Labels, Double> points) {
        if (series.kind() == KafkaSeries.Kind.COUNTER) {
            CounterSnapshot.Builder counter =
                    CounterSnapshot.builder().name(series.exportedName()).help(help);
            points.forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(labels)
                    .value(value)
                    .build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(series.exportedName()).help(help);
        points.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return gauge.build();
    }
}
