package vorsprung.processor.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static vorsprung.processor.domain.lead.RaceFixture.raceOf;
import static vorsprung.processor.domain.lead.ResultBuilder.aResult;

import org.junit.jupiter.api.Test;

/** Leaps and the Vorsprung. Design, section 3. */
class VorsprungTest {

    @Test
    void aRivalOvertakingThreeRecordsAtOnceMatchedOneLeadForTheLongestOfTheirLags() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-01-11"),
                aResult().of("openai").by("o3").scoring(60).on("2024-01-21"),
                aResult().of("google").scoring(70).on("2024-01-31"),
                aResult().of("openai").by("o4").scoring(80).on("2024-02-10"));

        assertThat(race.figuresAsOf("2024-01-31").vorsprungDays()).isEqualTo(30.0);
        assertThat(race.figuresAsOf("2024-02-10").vorsprungDays()).isEqualTo(20.0);
    }

    @Test
    void thereIsNoVorsprungBeforeTheFirstLeap() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(40).on("2024-01-11"));

        assertThat(race.figuresAsOf("2024-01-10").vorsprungDays()).isNull();
        assertThat(race.figuresAsOf("2024-01-11").vorsprungDays()).isEqualTo(10.0);
    }

    /** Leads of 1, 2, 30, 4, 5 and 6 days follow each other. */
    @Test
    void theVorsprungIsTheMedianLagOfTheLastFiveLeaps() {
        RaceFixture race = raceOf(
                aResult().of("a").scoring(1).on("2024-01-01"),
                aResult().of("b").scoring(2).on("2024-01-02"),
                aResult().of("a").scoring(3).on("2024-01-04"),
                aResult().of("b").scoring(4).on("2024-02-03"),
                aResult().of("a").scoring(5).on("2024-02-07"),
                aResult().of("b").scoring(6).on("2024-02-12"),
                aResult().of("a").scoring(7).on("2024-02-18"));

        assertThat(race.figuresAsOf("2024-02-12").vorsprungDays()).isEqualTo(4.0);
        assertThat(race.figuresAsOf("2024-02-18").vorsprungDays()).isEqualTo(5.0);
    }

    @Test
    void anEvenMedianIsTheMeanOfTheMiddleTwo() {
        RaceFixture race = raceOf(
                aResult().of("a").scoring(1).on("2024-01-01"),
                aResult().of("b").scoring(2).on("2024-01-02"),
                aResult().of("a").scoring(3).on("2024-01-04"));

        assertThat(race.figuresAsOf("2024-01-04").vorsprungDays()).isEqualTo(1.5);
    }

    @Test
    void recordsOfTwoCompaniesThatWereMatchedAtOneInstantAreTwoLeaps() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("google").scoring(50).on("2024-01-11"),
                aResult().of("meta").scoring(50).on("2024-01-11"));

        assertThat(race.figuresAsOf("2024-01-11").vorsprungDays()).isEqualTo(5.0);
    }

    @Test
    void recordsOfOneCompanyThatWereMatchedAtOneInstantAreOneLeapEvenIfOneWasSetThen() {
        RaceFixture race = raceOf(
                aResult().of("openai").scoring(40).on("2024-01-01"),
                aResult().of("openai").by("o1").scoring(50).on("2024-01-11"),
                aResult().of("meta").scoring(50).on("2024-01-11"));

        assertThat(race.figuresAsOf("2024-01-11").vorsprungDays()).isEqualTo(10.0);
    }

    /** Of the two leaps that ended on 11 January, the one of 10 days is the older; four more follow. */
    @Test
    void leapsThatEndedAtOneInstantAreOrderedByTheirEarliestRecord() {
        RaceFixture race = raceOf(
                aResult().of("a").scoring(1).on("2024-01-01"),
                aResult().of("b").scoring(2).on("2024-01-11"),
                aResult().of("c").scoring(2).on("2024-01-11"),
                aResult().of("a").scoring(3).on("2024-01-12"),
                aResult().of("b").scoring(4).on("2024-01-13"),
                aResult().of("a").scoring(5).on("2024-01-15"),
                aResult().of("b").scoring(6).on("2024-01-18"),
                aResult().of("a").scoring(7).on("2024-01-21"));

        assertThat(race.figuresAsOf("2024-01-18").vorsprungDays()).isEqualTo(2.0);
        assertThat(race.figuresAsOf("2024-01-21").vorsprungDays()).isEqualTo(2.0);
        assertThat(race.standingAsOf("2024-01-21").vorsprungDaysBefore()).hasValue(2.0);
    }

    @Test
    void aStandingKnowsTheVorsprungJustBeforeIt() {
        RaceFixture race = raceOf(
                aResult().of("a").scoring(1).on("2024-01-01"),
                aResult().of("b").scoring(2).on("2024-01-02"),
                aResult().of("a").scoring(3).on("2024-01-04"),
                aResult().of("b").scoring(4).on("2024-02-03"),
                aResult().of("a").scoring(5).on("2024-02-07"),
                aResult().of("b").scoring(6).on("2024-02-12"),
                aResult().of("c").scoring(6).on("2024-02-12"));

        assertThat(race.standingAsOf("2024-02-12").vorsprungDaysBefore()).hasValue(3.0);
        assertThat(race.standingAsOf("2024-02-12").vorsprungDays()).hasValue(4.0);
    }
}
