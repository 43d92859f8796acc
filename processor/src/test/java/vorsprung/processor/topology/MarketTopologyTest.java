package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.at;
import static vorsprung.processor.topology.Events.finances;
import static vorsprung.processor.topology.Events.price;
import static vorsprung.processor.topology.Events.result;
import static vorsprung.processor.topology.Events.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.lead.LeadWindow;
import vorsprung.processor.domain.lead.RaceView;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.query.BenchmarkQuery.Between;
import vorsprung.processor.query.Question;

class MarketTopologyTest {
    private static final long BILLION = 1_000_000_000L;

    private static final Question NOW = known(TopologyFixture.NOW.toString());

    private final TopologyFixture market = new TopologyFixture();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void anEventBecomesAFigureOfItsCompany() {
        market.publish(round("openai", "series-f", "2025-03-31")
                .setCompany("OpenAI")
                .setAmountUsd(40 * BILLION)
                .setPostMoneyValuationUsd(300 * BILLION)
                .build());

        Company company = company("openai");

        assertThat(company.company()).isEqualTo("OpenAI");
        assertThat(company.valuationUsd()).isEqualTo(300 * BILLION);
        assertThat(company.valuationAt()).isEqualTo("2025-03-31T00:00:00Z");
        assertThat(company.totalRaisedUsd()).isEqualTo(40 * BILLION);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void aForeignRecordWithoutEventIdAndRecordedAtGetsThemFromItsContentAndItsTimestamp() {
        market.publish(
                round("openai", "", "2025-03-31")
                        .setEventId(null)
                        .setRecordedAt(null)
                        .setRound("Series F")
                        .setAmountUsd(40 * BILLION)
                        .build(),
                at("2025-04-05"));

        Company company = company("openai");

        assertThat(company.evidence())
                .hasEntrySatisfying(
                        "totalRaisedUsd",
                        evidence -> assertThat(evidence.eventIds())
                                .containsExactly("funding-round:openai:series-f:2025-03-31"));
        assertThat(market.queries().companies().company("openai", known("2025-04-04T23:59:59.999Z")))
                .isEmpty();
        assertThat(market.queries().companies().company("openai", known("2025-04-05T00:00:00Z")))
                .isPresent();
    }

    @Test
    void aRecordedAtALittleAheadOfTheRecordIsTakenAsNow() {
        market.publish(
                round("openai", "series-f", "2025-03-31")
                        .setRecordedAt(at("2025-04-05T00:04:00Z"))
                        .build(),
                at("2025-04-05"));

        assertThat(market.queries().companies().company("openai", known("2025-04-05T00:00:00Z")))
                .isPresent();
    }

    @Test
    void aFactMovesToAnotherKeyByARetractionThereAndAReportHere() {
        market.publish(round("open-ai", "series-f", "2025-03-31")
                .setAmountUsd(40 * BILLION)
                .build());
        market.publish(round("open-ai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setRetracted(true)
                .build());
        market.publish(round("openai", "series-f", "2025-03-31")
                .setRecordedAt(at("2025-04-02"))
                .setAmountUsd(40 * BILLION)
                .build());

        assertThat(market.queries().companies().companies(NOW))
                .extracting(Company::companyId)
                .containsExactly("openai");
        assertThat(market.queries().companies().companies(known("2025-04-01")))
                .extracting(Company::companyId)
                .containsExactly("open-ai");
    }

    @Test
    void factsOfDifferentTypesMayShareAnEventId() {
        market.publish(round("openai", "1", "2025-03-31").setAmountUsd(BILLION).build());
        market.publish(
                finances("openai", "1", "2025-03-31").setCashUsd(2 * BILLION).build());

        Company company = company("openai");

        assertThat(company.totalRaisedUsd()).isEqualTo(BILLION);
        assertThat(company.cashUsd()).isEqualTo(2 * BILLION);
    }

    @Test
    void resultsMakeLeadWindows() {
        market.publish(result("mmlu", "openai/gpt-4", "r-1", "2023-03-14", 0.86).build());
        market.publish(
                result("mmlu", "anthropic/opus", "r-2", "2024-03-04", 0.87).build());

        List<LeadWindow> leads = leads("mmlu");

        assertThat(leads).extracting(LeadWindow::leader).containsExactly("openai", "anthropic");
        assertThat(leads).extracting(LeadWindow::days).startsWith(356.0);
    }

    @Test
    void aCorrectionMovesTheLead() {
        market.publish(result("mmlu", "openai/gpt-4", "r-1", "2023-03-14", 0.86).build());
        market.publish(
                result("mmlu", "anthropic/opus", "r-2", "2024-03-04", 0.87).build());
        market.publish(result("mmlu", "anthropic/opus", "r-2", "2024-03-04", 0.85)
                .setRecordedAt(at("2024-03-05"))
                .build());

        assertThat(leads("mmlu")).extracting(LeadWindow::leader).containsExactly("openai");
    }

    @Test
    void aLateResultTakesALeadInThePast() {
        market.publish(result("mmlu", "openai/gpt-4", "r-1", "2023-03-14", 0.86).build());
        market.publish(
                result("mmlu", "anthropic/opus", "r-2", "2024-03-04", 0.88).build());
        market.publish(result("mmlu", "google/ultra", "r-3", "2023-12-06", 0.87)
                .setRecordedAt(at("2024-06-01"))
                .build());

        assertThat(leads("mmlu")).extracting(LeadWindow::leader).containsExactly("openai", "google", "anthropic");
    }

    @Test
    void pricesMakeStepsOfAModel() {
        market.publish(price("openai/gpt-4o", "p-1", "2024-05-13", 5_000_000, 15_000_000)
                .build());
        market.publish(price("openai/gpt-4o", "p-2", "2024-08-06", 2_500_000, 7_500_000)
                .build());

        Model model = market.queries().models().model("openai/gpt-4o", NOW).orElseThrow();

        assertThat(model.priceCuts()).isEqualTo(1);
        assertThat(model.priceRises()).isZero();
        assertThat(model.changePercent()).isEqualTo(-50.0);
    }

    @Test
    void aClaimStandsBesideEveryBenchmark() {
        market.publish(Events.claim("openai", "c-1", "2025-03-31")
                .setClaimant("Sam Altman")
                .setMinMonths(3.0)
                .setMaxMonths(6.0)
                .build());

        assertThat(market.queries().companies().claims(NOW)).singleElement().satisfies(claimed -> {
            assertThat(claimed.companyId()).isEqualTo("openai");
            assertThat(claimed.claim().claimant()).isEqualTo("Sam Altman");
        });
    }

    private static Question known(String knownAt) {
        return new Question(TopologyFixture.NOW, at(knownAt), Set.of());
    }

    private Company company(String companyId) {
        return market.queries().companies().company(companyId, NOW).orElseThrow();
    }

    private List<LeadWindow> leads(String benchmarkId) {
        return market.queries()
                .benchmarks()
                .ask(benchmarkId, NOW, Between.COMPANIES, MarketTopologyTest::leadsOf)
                .orElseThrow();
    }

    private static List<LeadWindow> leadsOf(RaceView race) {
        List<LeadWindow> leads = new ArrayList<>();
        try (Cursor<LeadWindow> cursor = race.leads(null)) {
            cursor.forEachRemaining(leads::add);
        }
        return leads;
    }
}
