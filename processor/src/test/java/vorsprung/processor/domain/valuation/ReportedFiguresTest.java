package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.domain.valuation.RoundBuilder.aRound;

import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Round.Kind;

/** The design, section 2: burn, revenue and cash as reported, what they make of the valuation, usage, names. */
class ReportedFiguresTest {

    @Test
    void eachFigureIsThatOfTheNewestReportThatHasIt() {
        ACompany company = new ACompany()
                .burning("a", "2024-01-01", 5)
                .earning("b", "2024-02-01", 60)
                .holding("c", "2024-03-01", 70)
                .burning("d", "2024-04-01", 8);

        assertThat(company.asOf("2024-05-01").monthlyBurnUsd()).isEqualTo(8);
        assertThat(company.asOf("2024-03-31").monthlyBurnUsd()).isEqualTo(5);
        assertThat(company.asOf("2024-05-01").annualizedRevenueUsd()).isEqualTo(60);
        assertThat(company.asOf("2024-05-01").cashUsd()).isEqualTo(70);
        assertThat(company.asOf("2024-01-31").cashUsd()).isNull();
    }

    @Test
    void runwayIsTheReportedCashWhateverWasRaised() {
        Company company = ACompany.with(aRound("a", "2024-06-01").raising(900))
                .holding("b", "2021-01-01", 100)
                .burning("c", "2024-06-01", 8)
                .asOf("2024-06-01");

        assertThat(company.runwayMonths()).isEqualTo("12.5");
    }

    @Test
    void withoutCashItIsTheLargestPrimaryRoundOfTwelveMonths() {
        Company company = ACompany.with(
                        aRound("a", "2023-06-01").raising(999),
                        aRound("b", "2024-01-01").raising(40),
                        aRound("c", "2024-02-01").announced().raising(50),
                        aRound("d", "2024-03-01").of(Kind.DEBT).raising(70),
                        aRound("e", "2024-03-02").of(Kind.TENDER).raising(80),
                        aRound("f", "2024-03-03").rumored().raising(90),
                        aRound("g", "2024-03-04").raising(60).paying("b"))
                .burning("h", "2024-06-01", 3)
                .asOf("2024-07-01");

        assertThat(company.runwayMonths()).isEqualTo("16.7");
    }

    @Test
    void exactlyTwelveMonthsStillCountsForTheRound() {
        ACompany company =
                ACompany.with(aRound("a", "2023-06-01T12:00:00Z").raising(40)).burning("b", "2024-01-01", 4);

        assertThat(company.asOf("2024-06-01T12:00:00Z").runwayMonths()).isEqualTo("10.0");
        assertThat(company.asOf("2024-06-01T12:00:00.001Z").runwayMonths()).isNull();
    }

    @Test
    void exactlyTwelveMonthsStillCountsForTheBurn() {
        ACompany company =
                new ACompany().burning("a", "2023-06-01T12:00:00Z", 4).holding("b", "2023-06-01", 40);

        assertThat(company.asOf("2024-06-01T12:00:00Z").runwayMonths()).isEqualTo("10.0");
        assertThat(company.asOf("2024-06-01T12:00:00.001Z").runwayMonths()).isNull();
        assertThat(company.asOf("2024-06-01T12:00:00.001Z").monthlyBurnUsd()).isEqualTo(4);
    }

    @Test
    void twelveMonthsBeforeALeapDayIsTheLastOfFebruary() {
        ACompany company = new ACompany().burning("a", "2023-02-28", 4).holding("b", "2023-02-28", 40);

        assertThat(company.asOf("2024-02-29T00:00:00Z").runwayMonths()).isEqualTo("10.0");
        assertThat(company.asOf("2024-02-29T00:00:00.001Z").runwayMonths()).isNull();
    }

    @Test
    void aBurnOfZeroHasNoRunway() {
        Company company = new ACompany()
                .burning("a", "2024-01-01", 0)
                .holding("b", "2024-01-01", 40)
                .asOf("2024-01-01");

        assertThat(company.runwayMonths()).isNull();
        assertThat(company.monthlyBurnUsd()).isZero();
    }

    @Test
    void aNewerBurnOfZeroEndsTheRunwayOfAnOlderBurn() {
        ACompany company = new ACompany()
                .holding("a", "2024-01-01", 40)
                .burning("b", "2024-01-01", 4)
                .burning("c", "2024-02-01", 0);

        assertThat(company.asOf("2024-01-31").runwayMonths()).isEqualTo("10.0");
        assertThat(company.asOf("2024-02-01").runwayMonths()).isNull();
    }

    @Test
    void runwayHasOneDecimalRoundedHalfUp() {
        Company company = new ACompany()
                .holding("a", "2024-01-01", 1)
                .burning("b", "2024-01-01", 20)
                .asOf("2024-01-01");

        assertThat(company.runwayMonths()).isEqualTo("0.1");
    }

    @Test
    void noMoneyKnownIsNoRunway() {
        Company company = ACompany.with(aRound("a", "2024-01-01"))
                .burning("b", "2024-01-01", 4)
                .asOf("2024-01-01");

        assertThat(company.runwayMonths()).isNull();
    }

    @Test
    void revenueMultipleIsTheValuationOverTheYearsRevenue() {
        ACompany company = ACompany.with(aRound("a", "2024-01-01").at(300)).earning("b", "2024-01-01", 40);

        assertThat(company.asOf("2024-01-01").revenueMultiple()).isEqualTo(7.5);
        assertThat(company.earning("c", "2024-02-01", 0).asOf("2024-02-01").revenueMultiple())
                .isNull();
    }

    @Test
    void usageIsTheNewestValueOfEachProductAndMetric() {
        Company company = new ACompany()
                .used("a", "2024-01-01", "ChatGPT", "WEEKLY_ACTIVE_USERS", 100L)
                .used("b", "2024-02-01", "ChatGPT", "WEEKLY_ACTIVE_USERS", 400L)
                .used("c", "2024-03-01", "ChatGPT", "WEEKLY_ACTIVE_USERS", null)
                .used("d", "2024-01-15", "ChatGPT", "DAILY_MESSAGES", 9L)
                .used("e", "2024-01-20", "Sora", "WEEKLY_ACTIVE_USERS", 7L)
                .used("f", "2024-06-01", "Sora", "WEEKLY_ACTIVE_USERS", 70L)
                .asOf("2024-05-01");

        assertThat(company.usage())
                .containsExactlyInAnyOrder(
                        new Company.Use("ChatGPT", "DAILY_MESSAGES", 9, null, Dates.start("2024-01-15")),
                        new Company.Use("ChatGPT", "WEEKLY_ACTIVE_USERS", 400, null, Dates.start("2024-02-01")),
                        new Company.Use("Sora", "WEEKLY_ACTIVE_USERS", 7, null, Dates.start("2024-01-20")));
    }

    @Test
    void theNameIsTheNewestGivenAndElseTheId() {
        ACompany company = new ACompany()
                .burning("a", "2024-01-01", 5)
                .named("b", "2024-02-01", "Open AI")
                .named("c", "2024-03-01", "OpenAI")
                .burning("d", "2024-04-01", 5);

        assertThat(company.asOf("2024-01-31").company()).isEqualTo("openai");
        assertThat(company.asOf("2024-02-01").company()).isEqualTo("Open AI");
        assertThat(company.asOf("2024-04-01").company()).isEqualTo("OpenAI");
    }

    @Test
    void aCompanyIsListedOnceAFundingUsageOrFinancialFactIsInForce() {
        ACompany company = new ACompany().claiming("a", "2024-01-01").burning("b", "2024-02-01", 5);

        assertThat(company.listedAsOf("2024-01-31")).isEmpty();
        assertThat(company.listedAsOf("2024-02-01")).isPresent();
        assertThat(company.asOf("2024-02-01").company()).isEqualTo("By Claim");
    }
}
