package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.at;
import static vorsprung.processor.topology.Events.claim;
import static vorsprung.processor.topology.Events.price;
import static vorsprung.processor.topology.Events.release;
import static vorsprung.processor.topology.Events.result;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.event.TrainingCostBasis;
import vorsprung.signal.Change;

/** A change on either side of a figure that crosses keys is told where the figure belongs. */
class CrossingsTest {
    private final TopologyFixture market = new TopologyFixture();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void aReleaseThatTellsTheOpennessIsToldOfEveryBenchmarkThatTheModelHasResultsOn() {
        market.publish(result("gpqa", "deepseek/r1", "r1", "2025-01-20", 71.5).build());
        market.publish(result("mmlu", "deepseek/r1", "r1", "2025-01-21", 90.8).build());
        market.publish(result("aime", "openai/o1", "o1", "2024-12-05", 74.4).build());
        market.changes();

        market.publish(release("deepseek/r1", "release", "2025-01-20")
                .setOpenWeights(true)
                .build());

        assertThat(benchmarks(market.changes()))
                .containsExactly("gpqa openness \"2025-01-20T00:00:00Z\"", "mmlu openness \"2025-01-20T00:00:00Z\"");
    }

    @Test
    void aBenchmarkIsNamedOnceHoweverManyResultsTheModelHasOnIt() {
        market.publish(result("gpqa", "deepseek/r1", "r1", "2025-01-20", 71.5).build());
        market.publish(
                result("gpqa", "deepseek/r1", "r1-again", "2025-05-28", 81.0).build());
        market.changes();

        market.publish(release("deepseek/r1", "release", "2025-01-20")
                .setTrainingCostUsd(6_000_000L)
                .setTrainingCostBasis(TrainingCostBasis.COMPANY_CLAIM)
                .build());

        assertThat(benchmarks(market.changes())).containsExactly("gpqa costRatio \"2025-01-20T00:00:00Z\"");
    }

    @Test
    void aCorrectionIsToldFromTheEarlierOfBothTimesOn() {
        market.publish(result("gpqa", "deepseek/r1", "r1", "2025-01-20", 71.5).build());
        market.publish(release("deepseek/r1", "release", "2025-01-21")
                .setOpenWeights(true)
                .setRecordedAt(at("2025-01-22"))
                .build());
        market.changes();

        market.publish(release("deepseek/r1", "release", "2025-01-20")
                .setOpenWeights(true)
                .setRecordedAt(at("2025-01-23"))
                .build());

        assertThat(benchmarks(market.changes())).containsExactly("gpqa openness \"2025-01-20T00:00:00Z\"");
    }

    @Test
    void whatAReleaseSaysOfOtherThingsConcernsNoBenchmark() {
        market.publish(result("gpqa", "deepseek/r1", "r1", "2025-01-20", 71.5).build());
        market.changes();

        market.publish(release("deepseek/r1", "release", "2025-01-20")
                .setContextWindowTokens(128_000L)
                .build());

        assertThat(benchmarks(market.changes())).isEmpty();
    }

    @Test
    void aPriceIsToldOfTheBenchmarksWhoseCapabilityItMaySet() {
        market.publish(result("gpqa", "deepseek/r1", "r1", "2025-01-20", 71.5).build());
        market.changes();

        market.publish(
                price("deepseek/r1", "cut", "2025-02-09", 550_000, 2_190_000).build());

        List<Change> changes = market.changes();
        assertThat(benchmarks(changes)).containsExactly("gpqa capabilityPrice \"2025-02-09T00:00:00Z\"");
        Change told = changes.stream()
                .filter(change -> change.getSubjectType().equals("benchmark"))
                .findFirst()
                .orElseThrow();
        assertThat(told.getEventType()).isEqualTo("price-change");
        assertThat(told.getEventKey()).isEqualTo("deepseek/r1");
        assertThat(told.getEventId()).isEqualTo("cut");
        assertThat(told.getTopic()).isEqualTo("market.price-changes");
    }

    @Test
    void aClaimIsToldOfEveryBenchmark() {
        market.publish(result("gpqa", "deepseek/r1", "r1", "2025-01-20", 71.5).build());
        market.publish(result("aime", "openai/o1", "o1", "2024-12-05", 74.4).build());
        market.changes();

        market.publish(claim("openai", "claim", "2025-03-31").build());

        assertThat(benchmarks(market.changes()))
                .containsExactlyInAnyOrder(
                        "gpqa claims \"2025-03-31T00:00:00Z\"", "aime claims \"2025-03-31T00:00:00Z\"");
    }

    @Test
    void aResultIsToldOfItsModelToo() {
        market.publish(result("gpqa", "deepseek/r1", "r1", "2025-01-20", 71.5)
                .setRecordedAt(at("2025-01-20"))
                .build());
        assertThat(models(market.changes())).containsExactly("deepseek/r1 scores null 71.5");

        market.publish(result("gpqa", "deepseek/r1-zero", "r1", "2025-01-20", 71.0)
                .setRecordedAt(at("2025-01-21"))
                .build());
        assertThat(models(market.changes()))
                .containsExactly("deepseek/r1 scores 71.5 null", "deepseek/r1-zero scores null 71.0");
    }

    private static List<String> benchmarks(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.getSubjectType().equals("benchmark"))
                .map(change -> change.getSubject() + " " + change.getFigure() + " " + change.getAfter())
                .toList();
    }

    private static List<String> models(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.getSubjectType().equals("model"))
                .map(change -> change.getSubject() + " " + change.getFigure() + " " + change.getBefore() + " "
                        + change.getAfter())
                .toList();
    }
}
