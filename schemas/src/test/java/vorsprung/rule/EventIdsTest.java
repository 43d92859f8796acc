package vorsprung.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vorsprung.event.BenchmarkResult;
import vorsprung.event.FinancialReport;
import vorsprung.event.FundingRound;
import vorsprung.event.LeadClaim;
import vorsprung.event.ModelRelease;
import vorsprung.event.PriceChange;
import vorsprung.event.UsageMetric;
import vorsprung.event.UsageReport;
import vorsprung.topic.EventType;

class EventIdsTest {
    private static final Instant MARCH = Instant.parse("2025-03-31T23:59:59.999Z");

    private static FundingRound.Builder round() {
        return FundingRound.newBuilder().setCompanyId("openai").setOccurredAt(MARCH);
    }

    private static UsageReport.Builder usage() {
        return UsageReport.newBuilder().setCompanyId("alibaba").setOccurredAt(MARCH);
    }

    private static String idOf(FundingRound round) {
        return EventIds.derive(EventType.FUNDING_ROUND, round);
    }

    @Test
    void aRoundIsToldApartByItsLabelAndDay() {
        assertThat(idOf(round().setRound("Series F").build())).isEqualTo("funding-round:openai:series-f:2025-03-31");
    }

    @Test
    void twoOutletsThatReportOneRoundMakeOneFact() {
        FundingRound one = round().setRound("Series F").setCompany("OpenAI").build();
        FundingRound other = round().setRound("series-f")
                .setOccurredAt(Instant.parse("2025-03-31T00:00:00Z"))
                .setAmountUsd(40_000_000_000L)
                .build();

        assertThat(idOf(one)).isEqualTo(idOf(other));
    }

    @Test
    void aRoundWithoutALabelHasAnIdAllTheSame() {
        assertThat(idOf(round().build())).isEqualTo("funding-round:openai::2025-03-31");
    }

    @Test
    void aReleaseIsToldApartByItsDay() {
        ModelRelease release = ModelRelease.newBuilder()
                .setCompanyId("openai")
                .setModelId("openai/gpt-4-5")
                .setOccurredAt(MARCH)
                .build();

        assertThat(EventIds.derive(EventType.MODEL_RELEASE, release))
                .isEqualTo("model-release:openai:gpt-4-5:2025-03-31");
    }

    @Test
    void aResultIsToldApartByItsModel() {
        BenchmarkResult result = BenchmarkResult.newBuilder()
                .setCompanyId("openai")
                .setModelId("openai/gpt-4-5")
                .setBenchmarkId("gpqa-diamond")
                .setScore(0.714)
                .setOccurredAt(MARCH)
                .build();

        assertThat(EventIds.derive(EventType.BENCHMARK_RESULT, result))
                .isEqualTo("benchmark-result:gpqa-diamond:openai:gpt-4-5:2025-03-31");
    }

    @Test
    void aPriceIsToldApartByItsDay() {
        PriceChange price = PriceChange.newBuilder()
                .setCompanyId("openai")
                .setModelId("openai/gpt-4-5")
                .setInputMicroUsdPerMillionTokens(75_000_000)
                .setOutputMicroUsdPerMillionTokens(150_000_000)
                .setOccurredAt(MARCH)
                .build();

        assertThat(EventIds.derive(EventType.PRICE_CHANGE, price)).isEqualTo("price-change:openai:gpt-4-5:2025-03-31");
    }

    @Test
    void usageIsToldApartByProductAndMetric() {
        UsageReport report = usage().setProduct("Qwen Chat")
                .setMetric(UsageMetric.WEEKLY_ACTIVE_USERS)
                .build();

        assertThat(EventIds.derive(EventType.USAGE_REPORT, report))
                .isEqualTo("usage-report:alibaba:qwen-chat:weekly-active-users:2025-03-31");
    }

    @Test
    void namesOfWhichNoSlugRemainsStillTellFactsApart() {
        UsageReport one = usage().setProduct("通义千问").build();
        UsageReport other = usage().setProduct("夸克").build();

        assertThat(EventIds.derive(EventType.USAGE_REPORT, one))
                .isNotEqualTo(EventIds.derive(EventType.USAGE_REPORT, other));
    }

    @Test
    void aFinancialReportIsToldApartByItsDay() {
        FinancialReport report = FinancialReport.newBuilder()
                .setCompanyId("openai")
                .setOccurredAt(MARCH)
                .build();

        assertThat(EventIds.derive(EventType.FINANCIAL_REPORT, report)).isEqualTo("financial-report:openai:2025-03-31");
    }

    @Test
    void aClaimIsToldApartByWhoMakesIt() {
        LeadClaim claim = LeadClaim.newBuilder()
                .setCompanyId("openai")
                .setClaimant("Kai-Fu Lee")
                .setOccurredAt(MARCH)
                .build();

        assertThat(EventIds.derive(EventType.LEAD_CLAIM, claim)).isEqualTo("lead-claim:openai:kai-fu-lee:2025-03-31");
    }
}
