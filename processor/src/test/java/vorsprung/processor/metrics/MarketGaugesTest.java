package vorsprung.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.topology.Events.at;
import static vorsprung.processor.topology.Events.finances;
import static vorsprung.processor.topology.Events.price;
import static vorsprung.processor.topology.Events.result;
import static vorsprung.processor.topology.Events.round;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.topology.TopologyFixture;

final class MarketGaugesTest {
    private static final long BILLION = 1_000_000_000L;
    private static final Instant NOW = at("2026-01-01");

    private final TopologyFixture market = new TopologyFixture();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void everyFigureOfACompanyIsAGaugeAndAnUnknownOneIsNone() {
        market.publishAll(List.of(
                round("openai", "f", "2025-03-31")
                        .setAmountUsd(40 * BILLION)
                        .setPostMoneyValuationUsd(300 * BILLION)
                        .build(),
                finances("openai", "books", "2025-03-31")
                        .setMonthlyBurnUsd(BILLION)
                        .build(),
                round("mistral", "b", "2024-06-11").setAmountUsd(BILLION).build()));

        gauges(200).refresh();

        assertThat(exported("vorsprung_valuation_usd", "vorsprung_total_raised_usd", "vorsprung_runway_months"))
                .containsExactlyInAnyOrder(
                        "vorsprung_valuation_usd{company=\"openai\"} 3.0E11",
                        "vorsprung_total_raised_usd{company=\"openai\"} 4.0E10",
                        "vorsprung_total_raised_usd{company=\"mistral\"} 1.0E9",
                        "vorsprung_runway_months{company=\"openai\"} 40.0");
    }

    @Test
    void aSeriesIsGoneWhenItsFigureIs() {
        market.publish(round("openai", "f", "2025-03-31")
                .setPostMoneyValuationUsd(BILLION)
                .build());
        MarketGauges gauges = gauges(200);
        gauges.refresh();
        assertThat(exported("vorsprung_valuation_usd")).hasSize(1);

        market.publish(round("openai", "f", "2025-03-31").setRetracted(true).build());
        gauges.refresh();

        assertThat(exported("vorsprung_valuation_usd")).isEmpty();
    }

    @Test
    void theLargestSeriesAreExportedAndHowManyAreLeftOutIsAMetric() {
        for (int company = 1; company <= 5; company++) {
            market.publish(round("company-" + company, "f", "2025-03-31")
                    .setPostMoneyValuationUsd(company * BILLION)
                    .build());
        }

        gauges(2).refresh();

        assertThat(exported("vorsprung_valuation_usd"))
                .containsExactlyInAnyOrder(
                        "vorsprung_valuation_usd{company=\"company-5\"} 5.0E9",
                        "vorsprung_valuation_usd{company=\"company-4\"} 4.0E9");
        assertThat(exported("vorsprung_series_left_out"))
                .contains("vorsprung_series_left_out{family=\"vorsprung_valuation_usd\"} 3.0");
    }

    @Test
    void aRaceIsExportedWithItsLeaderItsMarginAndItsFreshness() {
        market.publishAll(List.of(
                result("mmlu", "openai/gpt-4", "r-1", "2025-12-30", 0.5).build(),
                result("mmlu", "google/gemini", "r-2", "2025-12-31", 0.75).build()));

        gauges(200).refresh();

        assertThat(exported(
                        "vorsprung_lead_days",
                        "vorsprung_lead_margin_percent",
                        "vorsprung_contenders",
                        "vorsprung_frontier_score",
                        "vorsprung_vorsprung_days",
                        "vorsprung_last_result_timestamp_seconds"))
                .containsExactlyInAnyOrder(
                        "vorsprung_lead_days{benchmark=\"mmlu\",company=\"google\"} 1.0",
                        "vorsprung_lead_margin_percent{benchmark=\"mmlu\"} 50.0",
                        "vorsprung_contenders{benchmark=\"mmlu\"} 1.0",
                        "vorsprung_frontier_score{benchmark=\"mmlu\"} 0.75",
                        "vorsprung_vorsprung_days{benchmark=\"mmlu\"} 1.0",
                        "vorsprung_last_result_timestamp_seconds{benchmark=\"mmlu\"} 1.7671392E9");
    }

    @Test
    void aCapabilityHasItsPriceNowAMonthAgoAndSinceWhen() {
        market.publishAll(List.of(
                result("mmlu", "openai/gpt-4", "r-1", "2025-10-01", 0.8).build(),
                result("mmlu", "openai/weak", "r-2", "2025-10-01", 0.6).build(),
                price("openai/weak", "p-0", "2025-10-01", 1, 1).build(),
                price("openai/gpt-4", "p-1", "2025-10-01", 4_000_000, 4_000_000).build(),
                price("openai/gpt-4", "p-2", "2025-12-30", 1_000_000, 1_000_000).build()));

        gauges(200).refresh();

        assertThat(exported("vorsprung_capability_price"))
                .containsExactlyInAnyOrder(
                        "vorsprung_capability_price_usd_per_million_tokens{benchmark=\"mmlu\",min_score=\"0.7\",model=\"openai/gpt-4\"} 1.0",
                        "vorsprung_capability_price_month_ago_usd_per_million_tokens{benchmark=\"mmlu\",min_score=\"0.7\"} 4.0",
                        "vorsprung_capability_price_since_timestamp_seconds{benchmark=\"mmlu\",min_score=\"0.7\"} 1.7670528E9");
    }

    @Test
    void aSignalIsNewsForADayWithThoseItIsAboutAsLabels() {
        market.publishAll(List.of(
                result("mmlu", "openai/gpt-4", "r-1", "2025-12-30", 0.8).build(),
                result("mmlu", "google/gemini", "r-2", "2025-12-31", 0.88).build()));
        MarketGauges today = gauges(200);
        today.refresh();

        assertThat(exported("vorsprung_signal_value"))
                .containsExactlyInAnyOrder(
                        "vorsprung_signal_value{benchmark=\"mmlu\",company=\"google\",model=\"\",rival=\"openai\","
                                + "signal=\"lead-changed:mmlu:2025-12-31T00:00:00Z:google\",type=\"LEAD_CHANGED\"} 0.88",
                        "vorsprung_signal_value{benchmark=\"mmlu\",company=\"google\",model=\"\",rival=\"openai\","
                                + "signal=\"caught-up:mmlu:2025-12-31T00:00:00Z:openai:google\",type=\"CAUGHT_UP\"} 1.0");
        assertThat(exported("vorsprung_signal_previous")).hasSize(1);

        PrometheusMeterRegistry tomorrow = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        gauges(200, NOW.plus(Duration.ofHours(25)), tomorrow).refresh();
        assertThat(tomorrow.scrape()).doesNotContain("vorsprung_signal_value{");
    }

    /** The sentence of an alert names both figures, so neither is exported without the other. */
    @Test
    void ofASignalThatIsExportedBothFiguresAre() {
        market.publishAll(List.of(
                price("openai/gpt-4", "p-1", "2025-12-01", 90_000_000, 90_000_000)
                        .build(),
                price("openai/gpt-4", "p-2", "2025-12-31", 1_000_000, 1_000_000).build(),
                price("google/gemini", "p-3", "2025-12-01", 9_000_000, 9_000_000)
                        .build(),
                price("google/gemini", "p-4", "2025-12-31", 4_000_000, 4_000_000)
                        .build()));

        gauges(1).refresh();

        assertThat(exported("vorsprung_signal_value", "vorsprung_signal_previous"))
                .hasSize(2)
                .allMatch(series -> series.contains("model=\"google/gemini\""))
                .satisfiesExactlyInAnyOrder(
                        series -> assertThat(series).endsWith(" 4.0"),
                        series -> assertThat(series).endsWith(" 9.0"));
    }

    @Test
    void neitherHistoryNorWhatWasWithdrawnIsNews() {
        market.publishAll(List.of(
                price("openai/gpt-4", "p-1", "2023-03-14", 9_000_000, 9_000_000).build(),
                price("openai/gpt-4", "p-2", "2023-11-06", 1_000_000, 1_000_000).build(),
                price("google/gemini", "p-3", "2025-12-01", 9_000_000, 9_000_000)
                        .build(),
                price("google/gemini", "p-4", "2025-12-31", 1_000_000, 1_000_000)
                        .build()));
        MarketGauges gauges = gauges(200);
        gauges.refresh();
        assertThat(exported("vorsprung_signal_value"))
                .singleElement()
                .asString()
                .contains("company=\"google\",model=\"google/gemini\"")
                .endsWith("type=\"PRICE_CUT\"} 1.0");

        market.publish(price("google/gemini", "p-4", "2025-12-31", 1_000_000, 1_000_000)
                .setRetracted(true)
                .build());
        gauges.refresh();

        assertThat(exported("vorsprung_signal_value")).isEmpty();
    }

    @Test
    void whenTheFiguresWereReadIsAMetric() {
        MarketGauges gauges = gauges(200);
        assertThat(exported("vorsprung_figures_read_timestamp_seconds"))
                .first()
                .asString()
                .endsWith(" 0.0");

        gauges.refresh();

        assertThat(exported("vorsprung_figures_read_timestamp_seconds"))
                .first()
                .asString()
                .endsWith(" 1.7672256E9");
    }

    private MarketGauges gauges(int most) {
        return gauges(most, NOW, registry);
    }

    private MarketGauges gauges(int most, Instant now, PrometheusMeterRegistry into) {
        MetricsSettings settings = new MetricsSettings(
                Duration.ofSeconds(10),
                most,
                Duration.ofHours(24),
                List.of(new Capability("mmlu", new BigDecimal("0.7"))));
        return new MarketGauges(into, market.queries(), market.queries(), settings, () -> now);
    }

    @Test
    void aHostileNameIsNoLabelAndMakesNoLineOfItsOwn() {
        String hostile = "x\"} 1\nvorsprung_valuation_usd{company=\"forged\"} 9 <script>";
        market.publish(round("openai", "f", "2025-03-31")
                .setCompany(hostile.replace('\n', ' '))
                .setPostMoneyValuationUsd(BILLION)
                .build());
        market.publish(round(hostile, "g", "2025-03-31")
                .setPostMoneyValuationUsd(BILLION)
                .build());
        market.publish(result("mmlu", hostile + "/m", "r-1", "2025-12-30", 0.5).build());

        gauges(200).refresh();

        assertThat(exported("vorsprung_valuation_usd"))
                .containsExactly("vorsprung_valuation_usd{company=\"openai\"} 1.0E9");
        assertThat(registry.scrape()).doesNotContain("forged").doesNotContain("script");
        assertThat(market.deadLetters()).hasSize(2);
    }

    /** The series of families whose names begin so. */
    private List<String> exported(String... families) {
        return registry.scrape()
                .lines()
                .filter(line -> List.of(families).stream().anyMatch(line::startsWith))
                .toList();
    }
}
