package vorsprung.processor.domain.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.domain.valuation.RoundBuilder.aRound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vorsprung.processor.domain.fact.Round.Kind;

/** The design, section 2: which money was raised, promised, borrowed, and what tranches are. */
class RaisedMoneyTest {

    @Test
    void sumsOverNothingAreZero() {
        Company company = new ACompany().burning("burn", "2025-01-01", 5).asOf("2025-01-01");

        assertThat(company.totalRaisedUsd()).isZero();
        assertThat(company.announcedUsd()).isZero();
        assertThat(company.debtRaisedUsd()).isZero();
        assertThat(company.rounds()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"EQUITY", "CONVERTIBLE", "GRANT"})
    void primaryRoundsRaiseMoney(Kind kind) {
        Company company =
                ACompany.with(aRound("a", "2025-01-01").of(kind).raising(7)).asOf("2025-01-01");

        assertThat(company.totalRaisedUsd()).isEqualTo(7);
        assertThat(company.debtRaisedUsd()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TENDER", "SECONDARY", "PUBLIC_MARK", "ACQUISITION"})
    void othersMoveTheValuationNeverWhatWasRaised(Kind kind) {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").of(kind).raising(7).at(100))
                .asOf("2025-01-01");

        assertThat(company.totalRaisedUsd()).isZero();
        assertThat(company.debtRaisedUsd()).isZero();
        assertThat(company.valuationUsd()).isEqualTo(100);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void aClosedRoundRaisedItsAmountWhenItsTranchesAreLess() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").raising(10),
                        aRound("b", "2025-02-01").raising(4).paying("a"))
                .asOf("2025-02-01");

        assertThat(company.totalRaisedUsd()).isEqualTo(10);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void aClosedRoundRaisedItsTranchesWhenTheyAreMore() {
        ACompany company = ACompany.with(
                aRound("a", "2025-01-01").raising(10),
                aRound("b", "2025-02-01").raising(6).paying("a"),
                aRound("c", "2025-03-01").raising(7).paying("a"));

        assertThat(company.asOf("2025-02-01").totalRaisedUsd()).isEqualTo(10);
        assertThat(company.asOf("2025-03-01").totalRaisedUsd()).isEqualTo(13);
    }

    @Test
    void anAnnouncedRoundRaisedWhatIsPaidAndPromisesTheRest() {
        ACompany company = ACompany.with(
                aRound("a", "2025-01-01").announced().raising(40),
                aRound("b", "2025-02-01").raising(10).paying("a"),
                aRound("c", "2025-03-01").raising(35).paying("a"));

        assertThat(company.asOf("2025-01-01").totalRaisedUsd()).isZero();
        assertThat(company.asOf("2025-01-01").announcedUsd()).isEqualTo(40);
        assertThat(company.asOf("2025-02-01").totalRaisedUsd()).isEqualTo(10);
        assertThat(company.asOf("2025-02-01").announcedUsd()).isEqualTo(30);
        assertThat(company.asOf("2025-03-01").totalRaisedUsd()).isEqualTo(45);
        assertThat(company.asOf("2025-03-01").announcedUsd()).isZero();
    }

    @Test
    void anAnnouncedTrancheIsNotPaidYet() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").announced().raising(40),
                        aRound("b", "2025-02-01").announced().raising(10).paying("a"))
                .asOf("2025-02-01");

        assertThat(company.totalRaisedUsd()).isZero();
        assertThat(company.announcedUsd()).isEqualTo(40);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void announcedIsOfPrimaryRoundsOnly() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").announced().of(Kind.DEBT).raising(5),
                        aRound("b", "2025-01-02").announced().of(Kind.TENDER).raising(6))
                .asOf("2025-02-01");

        assertThat(company.announcedUsd()).isZero();
        assertThat(company.rounds()).isEqualTo(2);
    }

    @Test
    void debtIsWhatClosedDebtRoundsRaised() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").of(Kind.DEBT).raising(5),
                        aRound("b", "2025-01-02").of(Kind.DEBT).announced().raising(7))
                .asOf("2025-02-01");

        assertThat(company.debtRaisedUsd()).isEqualTo(5);
        assertThat(company.totalRaisedUsd()).isZero();
    }

    @Test
    void theKindOfTheRoundDecidesWhereItsTranchesCount() {
        Company company = ACompany.with(
                        aRound("loan", "2025-01-01").of(Kind.DEBT),
                        aRound("paid", "2025-01-02").of(Kind.EQUITY).raising(3).paying("loan"),
                        aRound("round", "2025-01-03")
                                .of(Kind.EQUITY)
                                .announced()
                                .raising(9),
                        aRound("part", "2025-01-04").of(Kind.DEBT).raising(4).paying("round"))
                .asOf("2025-02-01");

        assertThat(company.debtRaisedUsd()).isEqualTo(3);
        assertThat(company.totalRaisedUsd()).isEqualTo(4);
        assertThat(company.announcedUsd()).isEqualTo(5);
    }

    @Test
    void aTrancheOfNoRoundInForceIsARoundOfItsOwn() {
        Company company = ACompany.with(
                        aRound("b", "2025-01-01").raising(4).at(50).paying("missing"))
                .asOf("2025-01-01");

        assertThat(company.totalRaisedUsd()).isEqualTo(4);
        assertThat(company.valuationUsd()).isEqualTo(50);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void aRoundThatNamesItselfIsARound() {
        Company company =
                ACompany.with(aRound("a", "2025-01-01").raising(4).paying("a")).asOf("2025-01-01");

        assertThat(company.totalRaisedUsd()).isEqualTo(4);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void aTrancheOfARumoredRoundIsARound() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").rumored().raising(40),
                        aRound("b", "2025-01-02").raising(4).paying("a"))
                .asOf("2025-02-01");

        assertThat(company.totalRaisedUsd()).isEqualTo(4);
        assertThat(company.rounds()).isEqualTo(1);
    }

    @Test
    void aTrancheOfATrancheIsARound() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").announced().raising(40),
                        aRound("b", "2025-01-02").raising(4).paying("a"),
                        aRound("c", "2025-01-03").raising(2).paying("b"))
                .asOf("2025-02-01");

        assertThat(company.totalRaisedUsd()).isEqualTo(6);
        assertThat(company.announcedUsd()).isEqualTo(36);
        assertThat(company.rounds()).isEqualTo(2);
    }

    @Test
    void aRumoredTrancheIsTalkAndPaysNothing() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").announced().raising(40),
                        aRound("b", "2025-01-02").rumored().raising(4).paying("a"))
                .asOf("2025-02-01");

        assertThat(company.totalRaisedUsd()).isZero();
        assertThat(company.rounds()).isEqualTo(1);
        assertThat(company.talks())
                .isEqualTo(new Company.Talks(
                        4L, null, ACompany.place("b", "2025-01-02").occurredAt()));
    }

    @Test
    void aTrancheDatedBeforeItsRoundIsARoundUntilThatOccurs() {
        ACompany company = ACompany.with(
                aRound("a", "2025-03-01").announced().raising(40),
                aRound("b", "2025-01-02").raising(4).at(90).paying("a"));

        assertThat(company.asOf("2025-02-28").totalRaisedUsd()).isEqualTo(4);
        assertThat(company.asOf("2025-02-28").valuationUsd()).isEqualTo(90);
        assertThat(company.asOf("2025-02-28").rounds()).isEqualTo(1);
        assertThat(company.asOf("2025-03-01").totalRaisedUsd()).isEqualTo(4);
        assertThat(company.asOf("2025-03-01").announcedUsd()).isEqualTo(36);
        assertThat(company.asOf("2025-03-01").valuationUsd()).isNull();
        assertThat(company.asOf("2025-03-01").rounds()).isEqualTo(1);
    }

    @Test
    void tranchesOfARetractedRoundStandOnTheirOwn() {
        RoundBuilder round = aRound("a", "2025-01-01").announced().raising(40);
        ACompany company =
                ACompany.with(round, aRound("b", "2025-01-02").raising(4).paying("a"));

        company.without(round.build());

        assertThat(company.asOf("2025-02-01").totalRaisedUsd()).isEqualTo(4);
        assertThat(company.asOf("2025-02-01").announcedUsd()).isZero();
        assertThat(company.asOf("2025-02-01").rounds()).isEqualTo(1);
    }

    @Test
    void sumsStopAtTheLargestNumberInsteadOfTurningOver() {
        Company company = ACompany.with(
                        aRound("a", "2025-01-01").raising(Long.MAX_VALUE).before(Long.MAX_VALUE),
                        aRound("b", "2025-01-02").raising(Long.MAX_VALUE),
                        aRound("c", "2025-01-03").of(Kind.DEBT).raising(Long.MAX_VALUE),
                        aRound("d", "2025-01-04").raising(Long.MAX_VALUE).paying("c"),
                        aRound("e", "2025-01-05").raising(Long.MAX_VALUE).paying("c"),
                        aRound("f", "2025-01-06").announced().raising(Long.MAX_VALUE),
                        aRound("g", "2025-01-07").announced().raising(Long.MAX_VALUE))
                .asOf("2025-02-01");

        assertThat(company.totalRaisedUsd()).isEqualTo(Long.MAX_VALUE);
        assertThat(company.debtRaisedUsd()).isEqualTo(Long.MAX_VALUE);
        assertThat(company.announcedUsd()).isEqualTo(Long.MAX_VALUE);
        assertThat(company.valuationUsd()).isEqualTo(Long.MAX_VALUE);
    }
}
