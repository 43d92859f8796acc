package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.domain.valuation.RoundBuilder.aRound;

import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.fact.Dates;
import vorsprung.processor.domain.fact.Round.Kind;

/** The design, section 2: what a company is valued at, over what it was, and what is talked about. */
class ValuationFiguresTest {

    @Test
    void theValuationIsThatOfTheLastRoundThatHasOne() {
        Company company = ACompany.with(
                        aRound("a", "2024-01-01").at(100),
                        aRound("b", "2024-06-01").at(250),
                        aRound("c", "2025-01-01").raising(7))
                .asOf("2025-02-01");

        assertThat(company.valuationUsd()).isEqualTo(250);
        assertThat(company.valuationAt()).isEqualTo("2024-06-01T00:00:00Z");
        assertThat(company.rounds()).isEqualTo(3);
    }

    @Test
    void itIsUnknownIfNoRoundEverHadOne() {
        Company company = ACompany.with(aRound("a", "2024-01-01").raising(7)).asOf("2025-02-01");

        assertThat(company.valuationUsd()).isNull();
        assertThat(company.valuationAt()).isNull();
        assertThat(company.stepUp()).isNull();
        assertThat(company.yearOverYearMultiple()).isNull();
        assertThat(company.peakValuationUsd()).isNull();
        assertThat(company.drawdown()).isNull();
        assertThat(company.revenueMultiple()).isNull();
    }

    @Test
    void preMoneyAndAmountMakeAValuationWhenBothAreKnown() {
        ACompany company = ACompany.with(
                aRound("a", "2024-01-01").before(90).raising(10),
                aRound("b", "2024-02-01").before(400),
                aRound("c", "2024-03-01").before(90).raising(10).at(120));

        assertThat(company.asOf("2024-01-01").valuationUsd()).isEqualTo(100);
        assertThat(company.asOf("2024-02-01").valuationUsd()).isEqualTo(100);
        assertThat(company.asOf("2024-03-01").valuationUsd()).isEqualTo(120);
    }

    @Test
    void anAnnouncedRoundMovesTheValuationAndARumoredOneDoesNot() {
        Company company = ACompany.with(
                        aRound("a", "2024-01-01").announced().at(100),
                        aRound("b", "2024-02-01").rumored().at(900))
                .asOf("2025-01-01");

        assertThat(company.valuationUsd()).isEqualTo(100);
        assertThat(company.peakValuationUsd()).isEqualTo(100);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void ofTwoRoundsAtOneTimeTheLaterKnownIsTheLastThenTheGreaterEventId() {
        Company company = ACompany.with(
                        aRound("a", "2024-01-01").known("2024-03-01").at(300),
                        aRound("c", "2024-01-01").known("2024-02-01").at(200),
                        aRound("b", "2024-01-01").known("2024-02-01").at(100))
                .asOf("2024-01-01");

        assertThat(company.valuationUsd()).isEqualTo(300);
        assertThat(company.stepUp()).isEqualTo(1.5);
    }

    @Test
    void stepUpIsOverThePreviousRoundThatHasAValuation() {
        Company company = ACompany.with(
                        aRound("a", "2024-01-01").at(100),
                        aRound("b", "2024-03-01").raising(5),
                        aRound("c", "2024-06-01").of(Kind.TENDER).at(150))
                .asOf("2025-01-01");

        assertThat(company.stepUp()).isEqualTo(1.5);
    }

    @Test
    void aFirstValuationAndOneAfterZeroHaveNoStepUp() {
        ACompany company = ACompany.with(
                aRound("a", "2024-01-01").at(0), aRound("b", "2024-02-01").at(100));

        assertThat(company.asOf("2024-01-01").stepUp()).isNull();
        assertThat(company.asOf("2024-02-01").stepUp()).isNull();
    }

    @Test
    void yearOverYearIsOverTheValuationOneCalendarYearBeforeValuationAt() {
        ACompany company = ACompany.with(
                aRound("a", "2023-02-28").at(100),
                aRound("b", "2023-03-01").at(300),
                aRound("c", "2024-02-29").at(250));

        assertThat(company.asOf("2024-12-31").yearOverYearMultiple()).isEqualTo(2.5);
        assertThat(company.asOf("2023-12-31").yearOverYearMultiple()).isNull();
    }

    @Test
    void drawdownIsWhatIsMissingToThePeak() {
        Company company = ACompany.with(
                        aRound("a", "2023-01-01").at(100),
                        aRound("b", "2024-01-01").at(400),
                        aRound("c", "2025-01-01").at(300))
                .asOf("2025-01-01");

        assertThat(company.peakValuationUsd()).isEqualTo(400);
        assertThat(company.drawdown()).isEqualTo(0.25);
    }

    @Test
    void atThePeakThereIsNoDrawdown() {
        Company company = ACompany.with(aRound("a", "2023-01-01").at(100)).asOf("2025-01-01");

        assertThat(company.drawdown()).isEqualTo(0.0);
    }

    @Test
    void talksAreTheLastRumoredRoundAfterTheValuation() {
        ACompany company = ACompany.with(
                aRound("a", "2024-01-01").rumored().raising(1).at(50),
                aRound("b", "2024-02-01").at(100),
                aRound("c", "2024-03-01").rumored().raising(5).at(200),
                aRound("d", "2024-04-01").rumored().before(290).raising(10),
                aRound("e", "2024-05-01").at(280));

        assertThat(company.asOf("2024-02-01").talks()).isNull();
        assertThat(company.asOf("2024-03-01").talks())
                .isEqualTo(new Company.Talks(5L, 200L, Dates.start("2024-03-01")));
        assertThat(company.asOf("2024-04-01").talks())
                .isEqualTo(new Company.Talks(10L, 300L, Dates.start("2024-04-01")));
        assertThat(company.asOf("2024-05-01").talks()).isNull();
    }

    @Test
    void whereThereIsNoValuationAnyRumorIsTalked() {
        Company company =
                ACompany.with(aRound("a", "2024-01-01").rumored().at(50)).asOf("2024-01-01");

        assertThat(company.talks()).isEqualTo(new Company.Talks(null, 50L, Dates.start("2024-01-01")));
        assertThat(company.rounds()).isZero();
    }

    @Test
    void aRumorOfTheVeryTimeOfTheValuationIsNotAfterIt() {
        Company company = ACompany.with(
                        aRound("a", "2024-01-01").at(100),
                        aRound("b", "2024-01-01").rumored().at(500))
                .asOf("2024-01-01");

        assertThat(company.talks()).isNull();
    }
}
