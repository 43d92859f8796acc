package vorsprung.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole system in processes of its own: real broker, real registry, the bundled history. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class DemoIT {

    private static final String A_ROUND = """
            {"company": "OpenAI", "round": "Test round", "occurredAt": "2026-11-20", "amountUsd": 7000000000,
             "postMoneyValuationUsd": 900000000000, "recordedAt": "2026-11-21T00:00:00Z"}
            """;

    private static final String A_RELEASE = """
            {"company": "DeepSeek", "model": "DeepSeek-R1", "occurredAt": "2025-01-20", "openWeights": true,
             "eventId": "told-of-benchmarks"}
            """;

    @TempDir
    private Path folder;

    @Test
    void theHistoryTellsTheStoryAndOutlivesAKillAndARestart() throws IOException, InterruptedException {
        try (DemoProcess demo = DemoProcess.start(folder)) {
            theStoryInNumbers(demo);
            theRaceOnGpqaDiamond(demo);
            theLeadsOfNow(demo);
            aReleaseIsToldOfEveryBenchmarkThatItsModelHasResultsOn(demo);
            demo.publish("funding-round", A_ROUND);
            demo.kill();
        }
        try (DemoProcess killed = DemoProcess.start(folder)) {
            theStoryInNumbers(killed);
            anotherRoundCountsOnce(killed);
            killed.publish("funding-round", A_ROUND);
            anotherRoundCountsOnce(killed);
            killed.stop();
        }
        try (DemoProcess restarted = DemoProcess.start(folder)) {
            theRaceOnGpqaDiamond(restarted);
            anotherRoundCountsOnce(restarted);
        }
    }

    @Test
    void killedInTheMiddleOfPublishingItStartsAgainAndCountsNothingTwice() throws IOException, InterruptedException {
        Process cutOff = DemoProcess.begin(folder);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreException(UncheckedIOException.class) // the broker's own files come and go under the walk
                .until(this::someHistoryIsOnItsTopic);
        DemoProcess.kill(cutOff);

        try (DemoProcess demo = DemoProcess.start(folder)) {
            theStoryInNumbers(demo);
            theRaceOnGpqaDiamond(demo);
        }
    }

    private boolean someHistoryIsOnItsTopic() throws IOException {
        Path logs = folder.resolve("kafka");
        if (!Files.isDirectory(logs)) {
            return false;
        }
        try (var files = Files.walk(logs)) {
            return files.filter(file -> file.toString().contains("market.funding-rounds"))
                    .filter(file -> file.toString().endsWith(".log"))
                    .anyMatch(file -> file.toFile().length() > 0);
        }
    }

    private static void theStoryInNumbers(DemoProcess demo) throws IOException, InterruptedException {
        JsonNode openai = demo.ask("/v1/companies/openai?asOf=2025-03-31");
        assertThat(openai.get("valuationUsd").longValue()).isEqualTo(300_000_000_000L);
        assertThat(openai.get("stepUp").doubleValue()).isCloseTo(1.91, within(0.005));
        assertThat(openai.get("announcedUsd").longValue()).isEqualTo(30_000_000_000L);
        assertThat(openai.get("totalRaisedUsd").longValue()).isEqualTo(29_950_000_000L);
        assertThat(openai.get("runwayMonths").decimalValue()).isEqualByComparingTo("40.0");
        assertThat(openai.get("rounds").intValue()).isEqualTo(11);
        JsonNode anthropic = demo.ask("/v1/companies/anthropic?asOf=2025-03-31");
        assertThat(anthropic.get("valuationUsd").longValue()).isEqualTo(61_500_000_000L);
        JsonNode r1 = demo.ask("/v1/models/deepseek/deepseek-r1?asOf=2025-03-31");
        assertThat(r1.get("trainingCostUsd").longValue()).isEqualTo(6_000_000L);
        assertThat(r1.get("trainingCostBasis").textValue()).isEqualTo("COMPANY_CLAIM");
    }

    private static void theRaceOnGpqaDiamond(DemoProcess demo) throws IOException, InterruptedException {
        JsonNode leads =
                demo.ask("/v1/benchmarks/gpqa-diamond/leads?asOf=2025-03-31").get("items");
        List<String> windows = StreamSupport.stream(leads.spliterator(), false)
                .map(window -> window.get("leader").textValue() + " "
                        + window.get("days").intValue())
                .toList();
        assertThat(windows)
                .containsExactly(
                        "openai 352",
                        "anthropic 74",
                        "openai 38",
                        "anthropic 84",
                        "openai 165",
                        "anthropic 29",
                        "google 7");
        JsonNode benchmark = demo.ask("/v1/benchmarks/gpqa-diamond?asOf=2025-03-31");
        assertThat(benchmark.get("vorsprungDays").doubleValue()).isEqualTo(69.0);
        assertThat(benchmark.get("claims").get(0).get("minMonths").doubleValue())
                .isEqualTo(3.0);
    }

    private static void theLeadsOfNow(DemoProcess demo) throws IOException, InterruptedException {
        Map<String, Double> vorsprungDays = Map.of(
                "epoch-capabilities-index", 98.0,
                "gpqa-diamond", 69.0,
                "mmlu", 96.0,
                "lmarena-text", 64.0,
                "swe-bench-verified", 77.0);
        for (var expected : vorsprungDays.entrySet()) {
            assertThat(demo.ask("/v1/benchmarks/" + expected.getKey())
                            .get("vorsprungDays")
                            .doubleValue())
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue());
        }
        JsonNode steps =
                demo.ask("/v1/prices/capability?benchmark=mmlu&minScore=0.7").get("items");
        assertThat(StreamSupport.stream(steps.spliterator(), false)
                        .map(step -> step.get("from").textValue().substring(0, 10) + " "
                                + step.get("blendedUsdPerMillionTokens").doubleValue()))
                .startsWith("2023-11-06 15.0")
                .endsWith("2024-12-03 0.06125");
    }

    private static void aReleaseIsToldOfEveryBenchmarkThatItsModelHasResultsOn(DemoProcess demo)
            throws IOException, InterruptedException {
        demo.publish("model-release", A_RELEASE);

        JsonNode scores = demo.ask("/v1/models/deepseek/deepseek-r1").get("scores");
        assertThat(scores).hasSizeGreaterThan(4);
        for (JsonNode score : scores) {
            String changes = "/v1/changes?sort=-changedAt&subject="
                    + score.get("benchmarkId").textValue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(demo.ask(changes).get("items"))
                            .anyMatch(change -> change.get("figure").textValue().equals("openness")
                                    && change.at("/report/eventId").textValue().equals("told-of-benchmarks")));
        }
    }

    private static void anotherRoundCountsOnce(DemoProcess demo) throws IOException, InterruptedException {
        JsonNode before = demo.ask("/v1/companies/openai?asOf=2026-11-19");
        JsonNode after = demo.ask("/v1/companies/openai?asOf=2026-11-20");
        assertThat(after.get("valuationUsd").longValue()).isEqualTo(900_000_000_000L);
        assertThat(after.get("rounds").intValue())
                .isEqualTo(before.get("rounds").intValue() + 1);
        assertThat(after.get("totalRaisedUsd").longValue())
                .isEqualTo(before.get("totalRaisedUsd").longValue() + 7_000_000_000L);
    }
}
