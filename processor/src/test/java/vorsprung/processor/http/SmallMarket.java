package vorsprung.processor.http;

import static vorsprung.processor.topology.Events.at;
import static vorsprung.processor.topology.Events.claim;
import static vorsprung.processor.topology.Events.finances;
import static vorsprung.processor.topology.Events.price;
import static vorsprung.processor.topology.Events.release;
import static vorsprung.processor.topology.Events.result;
import static vorsprung.processor.topology.Events.round;
import static vorsprung.processor.topology.Events.usage;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.event.FundingKind;
import vorsprung.event.RoundStatus;
import vorsprung.event.Source;
import vorsprung.event.TrainingCostBasis;
import vorsprung.event.UsageMetric;

/** Four companies, one benchmark, three models: enough that every field of every answer is there. */
final class SmallMarket {
    private static final long BILLION = 1_000_000_000L;

    private SmallMarket() {}

    static List<SpecificRecord> companies() {
        return List.of(
                round("openai", "series-e", "2024-10-02")
                        .setCompany("OpenAI")
                        .setSource(new Source("Reuters", "https://reuters.example/1"))
                        .setAmountUsd(6_600_000_000L)
                        .setPostMoneyValuationUsd(157 * BILLION)
                        .build(),
                round("openai", "series-e", "2024-10-02")
                        .setRecordedAt(at("2024-10-03"))
                        .setSource(new Source("Bloomberg", null))
                        .setAmountUsd(6_500_000_000L)
                        .build(),
                round("openai", "loan", "2024-10-03")
                        .setKind(FundingKind.DEBT)
                        .setAmountUsd(4 * BILLION)
                        .build(),
                round("openai", "series-f", "2025-03-31")
                        .setStatus(RoundStatus.ANNOUNCED)
                        .setAmountUsd(40 * BILLION)
                        .setPostMoneyValuationUsd(300 * BILLION)
                        .build(),
                round("openai", "series-f-1", "2025-03-31")
                        .setTrancheOf("series-f")
                        .setAmountUsd(10 * BILLION)
                        .build(),
                round("openai", "talks", "2025-10-01")
                        .setStatus(RoundStatus.RUMORED)
                        .setAmountUsd(5 * BILLION)
                        .setPostMoneyValuationUsd(500 * BILLION)
                        .build(),
                finances("openai", "books", "2025-03-01")
                        .setMonthlyBurnUsd(BILLION)
                        .setAnnualizedRevenueUsd(10 * BILLION)
                        .build(),
                usage("openai", "users", "2025-03-31", 500_000_000L)
                        .setProduct("ChatGPT")
                        .setMetric(UsageMetric.WEEKLY_ACTIVE_USERS)
                        .setAtLeast(true)
                        .build(),
                claim("openai", "lead", "2025-03-31")
                        .setClaimant("Sam Altman")
                        .setMinMonths(3.0)
                        .setMaxMonths(6.0)
                        .setFormerMonths(12.0)
                        .build(),
                round("anthropic", "filing/1", "2025-03-03")
                        .setCompany("Anthropic")
                        .setAmountUsd(3_500_000_000L)
                        .setPostMoneyValuationUsd(61_500_000_000L)
                        .build(),
                round("cohere", "a", "2023-06-08")
                        .setPostMoneyValuationUsd(2 * BILLION)
                        .build(),
                round("cohere", "b", "2024-07-22")
                        .setPostMoneyValuationUsd(5 * BILLION)
                        .build(),
                finances("mistral", "books", "2025-01-15").setCashUsd(BILLION).build());
    }

    static List<SpecificRecord> results() {
        return List.of(
                result("mmlu", "openai/gpt-4", "r-1", "2023-03-14", 0.86)
                        .setBenchmark("MMLU")
                        .build(),
                result("mmlu", "anthropic/opus", "r-2", "2024-03-04", 0.87)
                        .setBenchmark("MMLU")
                        .build(),
                result("mmlu", "meta/llama", "r-3", "2024-07-23", 0.88)
                        .setBenchmark("MMLU")
                        .build());
    }

    static List<SpecificRecord> models() {
        return List.of(
                release("openai/gpt-4", "gpt-4", "2023-03-14")
                        .setModel("GPT-4")
                        .setOpenWeights(false)
                        .setContextWindowTokens(8_192L)
                        .setTrainingCostUsd(100_000_000L)
                        .setTrainingCostBasis(TrainingCostBasis.COMPANY_CLAIM)
                        .build(),
                release("meta/llama", "llama", "2024-07-23")
                        .setModel("Llama")
                        .setOpenWeights(true)
                        .setParameters(405_000_000_000L)
                        .setTrainingCostUsd(60_000_000L)
                        .setTrainingCostBasis(TrainingCostBasis.ESTIMATE)
                        .build(),
                price("openai/gpt-4", "p-1", "2023-03-14", 30_000_000, 60_000_000)
                        .build(),
                price("openai/gpt-4", "p/2", "2023-11-06", 10_000_000, 30_000_000)
                        .setCachedInputMicroUsdPerMillionTokens(2_500_000L)
                        .build(),
                price("meta/llama", "p-3", "2024-07-23", 1_000_000, 1_000_000).build());
    }
}
