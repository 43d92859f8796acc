package vorsprung.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vorsprung.event.BenchmarkResult;

class TopicsTest {

    @Test
    void theTopicsAreThoseOfTheContractAndOurOwn() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "market.funding-rounds",
                        "market.model-releases",
                        "market.benchmark-results",
                        "market.price-changes",
                        "market.usage-reports",
                        "market.financial-reports",
                        "market.lead-claims",
                        "market.dead-letters",
                        "market.signals",
                        "market.changes",
                        "market.price-cuts",
                        "market.crossings",
                        "market.publications",
                        "market.reporters",
                        "market.publish-attempts",
                        "market.publish-answers",
                        "market.source-state",
                        "market.dead-letter-decisions");
    }

    @Test
    void eventTopicsKeepEverythingAndShareTheirPartitions() {
        assertThat(EventType.values()).extracting(Topics::of).allSatisfy(topic -> {
            assertThat(topic.settings()).containsEntry("retention.ms", "-1").containsEntry("cleanup.policy", "delete");
            assertThat(topic.partitions()).isZero();
        });
    }

    @Test
    void aDeadLetterMayBeLargerThanAnyEvent() {
        assertThat(Topics.DEAD_LETTERS.settings()).containsEntry("max.message.bytes", "4194304");
    }

    @Test
    void changesAreKeptForSevenDays() {
        assertThat(Topics.CHANGES.settings())
                .containsEntry("retention.ms", "604800000")
                .containsEntry("cleanup.policy", "delete");
    }

    @Test
    void whoReportedWhatIsCompactedAndWhoPublishedWhatIsKept() {
        assertThat(Topics.REPORTERS.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(Topics.PUBLICATIONS.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void aTypeIsFoundByItsLabelAndItsTopic() {
        assertThat(EventType.labelled("lead-claim")).contains(EventType.LEAD_CLAIM);
        assertThat(EventType.onTopic("market.lead-claims")).contains(EventType.LEAD_CLAIM);
        assertThat(EventType.labelled("LEAD_CLAIM")).isEmpty();
        assertThat(EventType.onTopic("market.signals")).isEmpty();
    }

    @Test
    void aResultIsKeyedByItsBenchmark() {
        BenchmarkResult result = BenchmarkResult.newBuilder()
                .setCompanyId("openai")
                .setModelId("openai/gpt-4-5")
                .setBenchmarkId("gpqa-diamond")
                .setScore(0.714)
                .setOccurredAt(Instant.EPOCH)
                .build();

        assertThat(EventType.BENCHMARK_RESULT.keyOf(result)).isEqualTo("gpqa-diamond");
    }
}
