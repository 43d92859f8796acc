package vorsprung.processor.domain.valuation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.domain.valuation.RoundBuilder.aRound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.Round.Kind;

/** The design, section 6: every figure names the eventIds it rests on, the first 100, with their count. */
class EvidenceTest {

    @Test
    void everyFigureNamesTheFactsItRestsOn() {
        Company company = ACompany.with(
                        aRound("peak", "2023-01-01").raising(10).at(400),
                        aRound("loan", "2023-06-01").of(Kind.DEBT).raising(7),
                        aRound("before", "2024-01-01").raising(20).at(200),
                        aRound("last", "2025-01-01").announced().raising(40).at(300),
                        aRound("paid", "2025-01-02").raising(15).paying("last"),
                        aRound("rumor", "2025-02-01").rumored().at(500))
                .burning("burn", "2025-01-01", 4)
                .earning("revenue", "2025-01-01", 60)
                .used("users", "2025-01-01", "ChatGPT", "TOTAL_USERS", 9L)
                .asOf("2025-03-01");

        assertThat(company.evidence())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("valuationUsd", evidence("last")),
                        Map.entry("valuationAt", evidence("last")),
                        Map.entry("totalRaisedUsd", evidence("peak", "before", "paid")),
                        Map.entry("announcedUsd", evidence("last", "paid")),
                        Map.entry("debtRaisedUsd", evidence("loan")),
                        Map.entry("rounds", evidence("peak", "loan", "before", "last")),
                        Map.entry("stepUp", evidence("last", "before")),
                        Map.entry("yearOverYearMultiple", evidence("last", "before")),
                        Map.entry("peakValuationUsd", evidence("peak")),
                        Map.entry("drawdown", evidence("last", "peak")),
                        Map.entry("talks", evidence("rumor")),
                        Map.entry("monthlyBurnUsd", evidence("burn")),
                        Map.entry("annualizedRevenueUsd", evidence("revenue")),
                        Map.entry("runwayMonths", evidence("last", "burn")),
                        Map.entry("revenueMultiple", evidence("last", "revenue")),
                        Map.entry("usage", evidence("users"))));
    }

    @Test
    void whatIsUnknownHasNoEvidence() {
        Company company = new ACompany().burning("burn", "2025-01-01", 4).asOf("2025-01-01");

        assertThat(company.evidence()).isEqualTo(Map.of("monthlyBurnUsd", evidence("burn")));
    }

    @Test
    void oneFactIsNamedOnce() {
        Company company = ACompany.with(aRound("only", "2025-01-01").at(5)).asOf("2025-01-01");

        assertThat(company.evidence()).containsEntry("drawdown", evidence("only"));
    }

    @Test
    void aTrancheDatedBeforeItsRoundIsEvidenceOfWhatIsPaid() {
        ACompany company = ACompany.with(
                aRound("round", "2025-02-01").announced().raising(40),
                aRound("early", "2025-01-01").raising(10).paying("round"),
                aRound("late", "2025-03-01").raising(20).paying("round"));

        assertThat(company.asOf("2025-01-31").evidence()).containsEntry("totalRaisedUsd", evidence("early"));
        assertThat(company.asOf("2025-03-01").evidence()).containsEntry("totalRaisedUsd", evidence("early", "late"));
    }

    @Test
    void ofManyFactsTheFirstHundredAreNamedAndAllAreCounted() {
        ACompany company = new ACompany();
        for (int day = 150; day > 0; day--) {
            String eventId = String.format(Locale.ROOT, "round-%03d", day);
            company.and(aRound(
                            eventId,
                            Dates.start("2024-01-01").plusSeconds(86_400L * day).toString())
                    .raising(1)
                    .build());
        }

        company.and(aRound("loan", "2024-12-01").of(Kind.DEBT).raising(1).build());

        Evidence raised = requireNonNull(company.asOf("2025-01-01").evidence().get("totalRaisedUsd"));

        assertThat(raised.count()).isEqualTo(150);
        assertThat(raised.eventIds())
                .hasSize(100)
                .startsWith("round-001", "round-002")
                .endsWith("round-100");
    }

    private static Evidence evidence(String... eventIds) {
        return Evidence.of(List.of(eventIds));
    }
}
