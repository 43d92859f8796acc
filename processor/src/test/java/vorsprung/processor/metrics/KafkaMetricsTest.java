package vorsprung.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

final class KafkaMetricsTest {
    private static final String CLIENT = "vorsprung-processor-24b0ef8c-0a14-4f1c-8e25-9a3c8b1e2f00-StreamThread-1";

    private final Map<MetricName, Metric> kafka = new HashMap<>();

    private record Fixed(MetricName metricName, Object metricValue) implements Metric {}

    @Test
    void aTotalThatNeverFallsIsACounterUnderALabelThatOutlivesTheProcess() {
        add("stream-thread-metrics", "process-total", Map.of("thread-id", CLIENT), 42.0);

        assertThat(exported())
                .contains("# TYPE kafka_stream_thread_process_total counter")
                .contains("kafka_stream_thread_process_total{thread=\"StreamThread-1\"} 42.0");
    }

    @Test
    void aTotalThatFallsIsAGauge() {
        add("stream-task-metrics", "restore-remaining-records-total", Map.of("task-id", "0_1"), 7.0);

        assertThat(exported())
                .contains("# TYPE kafka_stream_task_restore_remaining_records gauge")
                .contains("kafka_stream_task_restore_remaining_records{task=\"0_1\"} 7.0");
    }

    @Test
    void theStoresOfAllTasksAreAddedAndThreadsCountByTheGreatest() {
        add("stream-state-metrics", "block-cache-usage", Map.of("task-id", "0_0", "rocksdb-state-id", "s"), 10L);
        add("stream-state-metrics", "block-cache-usage", Map.of("task-id", "0_1", "rocksdb-state-id", "s"), 5L);
        add(
                "consumer-fetch-manager-metrics",
                "records-lag",
                Map.of("client-id", "a", "topic", "t", "partition", "0"),
                3.0);
        add(
                "consumer-fetch-manager-metrics",
                "records-lag",
                Map.of("client-id", "b", "topic", "t", "partition", "0"),
                4.0);

        assertThat(exported())
                .contains("kafka_stream_state_block_cache_usage{store=\"s\"} 15.0")
                .contains("kafka_consumer_fetch_manager_records_lag{partition=\"0\",topic=\"t\"} 4.0");
    }

    @Test
    void aTopicThatKafkaTellsOfUnderTwoNamesIsExportedUnderItsOwn() {
        for (String topic : List.of("market.price-cuts", "market_price-cuts", "with_underscore")) {
            add(
                    "consumer-fetch-manager-metrics",
                    "records-lag",
                    Map.of("client-id", "a", "topic", topic, "partition", "0"),
                    3.0);
        }

        assertThat(exported())
                .contains("kafka_consumer_fetch_manager_records_lag{partition=\"0\",topic=\"market.price-cuts\"} 3.0")
                .contains("kafka_consumer_fetch_manager_records_lag{partition=\"0\",topic=\"with_underscore\"} 3.0")
                .noneMatch(line -> line.contains("market_price-cuts"));
    }

    @Test
    void whatIsNoNumberOrNotWantedOrOfTheRestoringConsumerIsLeftOut() {
        add("stream-metrics", "failed-stream-threads", Map.of(), "none");
        add("stream-thread-metrics", "commit-latency-avg", Map.of("thread-id", CLIENT), Double.NaN);
        add("stream-processor-node-metrics", "process-total", Map.of("task-id", "0_0"), 9.0);
        add("consumer-metrics", "last-poll-seconds-ago", Map.of("client-id", CLIENT + "-restore-consumer"), 9.0);

        assertThat(exported()).isEmpty();
    }

    @Test
    void whatAsksRocksDbForABatchThatMayHaveBeenFreedIsNeverRead() {
        MetricName name = new MetricName("uncommitted-bytes", "stream-state-metrics", "", Map.of());
        kafka.put(name, new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                throw new AssertionError("of a store that is closed, this takes the process down");
            }
        });

        assertThat(exported()).isEmpty();
    }

    @Test
    void whatKafkaForgetsIsGoneWithTheNextScrape() {
        add("stream-metrics", "alive-stream-threads", Map.of(), 1);
        assertThat(exported()).hasSize(3);

        kafka.clear();

        assertThat(exported()).isEmpty();
    }

    private void add(String group, String name, Map<String, String> tags, Object value) {
        MetricName metricName = new MetricName(name, group, "what it is", tags);
        kafka.put(metricName, new Fixed(metricName, value));
    }

    private List<String> exported() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(new KafkaMetrics(() -> kafka));
        return registry.scrape().lines().toList();
    }
}
