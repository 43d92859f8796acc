package vorsprung.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.EventJson;
import vorsprung.ingest.intake.Intake;

/** Excerpts of the files as Epoch AI publishes them, one of each shape, with the oddities they are known for. */
final class EpochTablesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final Intake intake = new Intake(Directory.bundled());

    @Test
    void talksHaveNoCloseDateAndAreRumouredOnTheDayOfTheirReport() throws IOException {
        assertThat(events("ai_companies_funding_rounds.csv").get(0))
                .isEqualTo("{\"type\":\"funding-round\",\"eventId\":\"funding:openai:2025-09-22:openai-nvidia\","
                        + "\"companyId\":\"openai\",\"company\":\"OpenAI\",\"occurredAt\":\"2025-09-22\","
                        + "\"recordedAt\":\"2025-09-22T00:00:00Z\",\"source\":{\"name\":\"epoch-ai-companies\","
                        + "\"url\":\"https://openai.com/index/openai-nvidia-systems-partnership/\"},"
                        + "\"confidence\":\"CONFIRMED\",\"round\":\"OpenAI–Nvidia\",\"kind\":\"EQUITY\","
                        + "\"status\":\"RUMORED\",\"amountUsd\":100000000000}");
    }

    @Test
    void equityAndDebtOfOneRoundAreTwoFacts() throws IOException {
        assertThat(events("ai_companies_funding_rounds.csv"))
                .filteredOn(event -> event.contains("june-2024-6b"))
                .hasSize(2)
                .anyMatch(event -> event.contains("\"kind\":\"EQUITY\"") && event.contains("\"amountUsd\":500000000"))
                .anyMatch(event -> event.contains("june-2024-6b:debt")
                        && event.contains("\"kind\":\"DEBT\"")
                        && event.contains("\"amountUsd\":140000000"));
    }

    @Test
    void aTenderRaisesNothingAndAMergerIsAMark() throws IOException {
        List<String> events = events("ai_companies_funding_rounds.csv");

        assertThat(events)
                .anyMatch(event -> event.contains("14b-tender")
                        && event.contains("\"kind\":\"SECONDARY\",")
                        && event.contains("\"amountUsd\":0"));
        assertThat(events).anyMatch(event -> event.contains("x-merger") && event.contains("\"kind\":\"PUBLIC_MARK\""));
    }

    @Test
    void aRoundIsNotKnownToHaveClosedBeforeItHas() throws IOException {
        assertThat(events("ai_companies_funding_rounds.csv"))
                .anyMatch(event -> event.contains("series-d\"")
                        && event.contains("\"occurredAt\":\"2024-01-11\",\"recordedAt\":\"2024-01-11T00:00:00Z\""));
    }

    @Test
    void anIdWithATrailingBlankIsTheSameId() throws IOException {
        assertThat(events("ai_companies_funding_rounds.csv"))
                .anyMatch(event -> event.contains("\"round\":\"Apr 2022 Series B\""));
    }

    @Test
    void aFileResavedByASpreadsheetReadsTheSame() throws IOException {
        assertThat(events("spreadsheet_funding_rounds.csv"))
                .anyMatch(event -> event.contains("\"eventId\":\"funding:openai:2024-10-02:oct-2024-157b\"")
                        && event.contains("\"postMoneyValuationUsd\":157000000000"))
                .anyMatch(event -> event.contains("funding:openai:2025-03-31:300b-final-stage")
                        && event.contains("\"status\":\"RUMORED\"")
                        && event.contains("\"postMoneyValuationUsd\":300000000000"));
    }

    @Test
    void revenueOfADivisionOrOfAYearIsNoAnnualizedRevenueAndIsCounted() throws IOException {
        List<Entry> entries = entries("ai_companies_revenue_reports.csv");

        assertThat(entries.stream().filter(Entry.Skipped.class::isInstance))
                .hasSize(2)
                .allMatch(
                        entry -> ((Entry.Skipped) entry).reason().equals("no annualized revenue of the whole company"));
        assertThat(events("ai_companies_revenue_reports.csv"))
                .singleElement()
                .asString()
                .contains("revenue:anthropic:2025-10-21:oct-2025-7b", "\"annualizedRevenueUsd\":7000000000");
    }

    @Test
    void eachFigureOfAUsageRowIsAFact() throws IOException {
        List<String> events = events("ai_companies_usage_reports.csv");

        assertThat(events)
                .anyMatch(event -> event.contains("\"usage:openai:2025-03-28:chatgpt-google-trial\"")
                        && event.contains("DAILY_ACTIVE_USERS")
                        && event.contains("\"value\":160000000"))
                .anyMatch(event -> event.contains("\"usage:openai:2025-03-28:chatgpt-google-trial:daily_messages\"")
                        && event.contains("\"value\":1200000000"));
        assertThat(entries("ai_companies_usage_reports.csv"))
                .contains(new Entry.Skipped(4, "no figure of users, tokens or messages"));
    }

    @Test
    void aReportDateThatIsASlipIsLeftOutAndTold() throws IOException {
        List<Entry> entries = entries("ai_companies_compute_spend.csv");

        assertThat(entries)
                .filteredOn(entry -> !((Entry.Good) entry).remarks().isEmpty())
                .singleElement()
                .extracting(entry -> ((Entry.Good) entry).remarks().get(0))
                .isEqualTo("Report date 0202-07-30 lies before 1950 and is left out; taken as known on 2025-12-31");
        assertThat(events("ai_companies_compute_spend.csv"))
                .anyMatch(event -> event.contains("\"recordedAt\":\"2025-12-31T00:00:00Z\"")
                        && event.contains("\"annualComputeSpendUsd\":16000000000"));
    }

    @Test
    void theBestSettingOfAVersionIsItsResult() throws IOException {
        List<String> opus = events("gpqa_diamond.csv").stream()
                .filter(event -> event.contains("opus"))
                .toList();

        assertThat(opus)
                .singleElement()
                .asString()
                .contains(
                        "\"eventId\":\"score:gpqa-diamond:anthropic:claude-opus-4-5:2025-11-24\"",
                        "\"modelId\":\"anthropic/claude-opus-4-5\"",
                        "\"model\":\"claude-opus-4-5-20251101_32K\"",
                        "\"score\":0.86048,",
                        "\"recordedAt\":\"2025-11-24T00:00:00Z\"");
        assertThat(entries("gpqa_diamond.csv"))
                .filteredOn(Entry.Skipped.class::isInstance)
                .hasSize(3);
    }

    @Test
    void ofSeveralOrganizationsInACellTheKnownOneCounts() throws IOException {
        assertThat(events("gpqa_diamond.csv"))
                .anyMatch(event -> event.contains("google/gemini-2-0-flash-001"))
                .anyMatch(event -> event.contains("z-ai/glm-5"));
    }

    @Test
    void mmluCountsWithFiveExamplesOnly() throws IOException {
        assertThat(events("mmlu_external.csv"))
                .hasSize(2)
                .anyMatch(event -> event.contains("score:mmlu:amazon:amazon-nova-lite:2024-12-03"))
                .anyMatch(event -> event.contains("score:mmlu:openai:gpt-4o:2024-05-13"));
    }

    @Test
    void aRowWithoutAScoreIsCounted() throws IOException {
        assertThat(entries("epoch_capabilities_index.csv")).contains(new Entry.Skipped(2, "no score"));
        assertThat(events("epoch_capabilities_index.csv"))
                .singleElement()
                .asString()
                .contains("score:epoch-capabilities-index:openai:o3:2025-04-16", "\"scoreUnit\":\"index\"");
    }

    @Test
    void aModelIsARelease() throws IOException {
        assertThat(events("notable_ai_models.csv"))
                .anyMatch(event -> event.contains("\"eventId\":\"release:meta:llama-2-7b\"")
                        && event.contains("\"trainingCostUsd\":114259,\"trainingCostBasis\":\"ESTIMATE\"")
                        && event.contains("\"openWeights\":true"))
                .anyMatch(event ->
                        event.contains("\"modelId\":\"openai/gpt-4o\"") && event.contains("\"openWeights\":false"));
    }

    @Test
    void staffCountsAreKnownAndMakeNoEvent() throws IOException {
        assertThat(entries("ai_companies_staff_reports.csv"))
                .containsExactly(new Entry.Skipped(2, "staff counts, for which there is no event"));
    }

    @Test
    void aBenchmarkBearsTheNameOfItsFile() {
        assertThat(EpochTables.benchmark("data/2026/metr_time_horizons_external.csv"))
                .isEqualTo("metr-time-horizon");
        assertThat(EpochTables.benchmark("https://epoch.ai/data/swe_bench_verified.csv"))
                .isEqualTo("swe-bench-verified");
    }

    private List<String> events(String name) throws IOException {
        List<String> events = new ArrayList<>();
        for (Entry entry : entries(name)) {
            if (entry instanceof Entry.Good good) {
                Accepted accepted = (Accepted) intake.accept(good.report(), NOW);
                events.add(EventJson.of(accepted.type(), accepted.event()).toString());
            }
        }
        return events;
    }

    private static List<Entry> entries(String name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(EpochTablesTest.class.getResourceAsStream(name));
                TableReader reader = new TableReader(
                        in,
                        header -> EpochTables.recognise(header, name, Directory.bundled())
                                .orElseThrow())) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(next.get());
            }
        }
        return entries;
    }
}
