package vorsprung.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RoundsTest {

    @Test
    void aRatioIsTakenWithinItsRound() {
        Rounds rounds = new Rounds();

        rounds.add(Map.of("fast", speed(100), "slow", speed(20)));
        rounds.add(Map.of("fast", speed(10), "slow", speed(4)));
        rounds.add(Map.of("fast", speed(50), "slow", speed(15)));

        assertThat(rounds.ratio("slow", "fast", "events/s")).contains(new Spread(0.2, 0.3, 0.4));
    }

    @Test
    void aRoundWithoutOneOfTheTwoHasNoRatio() {
        Rounds rounds = new Rounds();

        rounds.add(Map.of("fast", speed(100)));

        assertThat(rounds.ratio("slow", "fast", "events/s")).isEmpty();
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 10.0))).isEqualTo(new Spread(1, 3.5, 10));
    }

    @Test
    void aSpreadOfNothingIsRefused() {
        assertThatThrownBy(() -> Spread.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a spread needs at least one value");
    }

    @Test
    void everyOtherRoundRunsInReverse() {
        List<String> contestants = List.of("raw", "count", "market");

        assertThat(Rounds.order(contestants, 0)).containsExactly("raw", "count", "market");
        assertThat(Rounds.order(contestants, 1)).containsExactly("market", "count", "raw");
        assertThat(Rounds.order(contestants, 2)).containsExactly("raw", "count", "market");
    }

    @Test
    void whatInstancesMeasuredIsCombinedByTheNameOfTheFigure() {
        Measurement one = Measurement.empty().with("events/s", 100).with("peak-MB", 300);
        Measurement other =
                Measurement.empty().with("events/s", 90).with("peak-MB", 200).with("more", 1);

        assertThat(one.combined(other, name -> name.equals("events/s") ? Math::min : Double::sum))
                .isEqualTo(Measurement.empty()
                        .with("events/s", 90)
                        .with("peak-MB", 500)
                        .with("more", 1));
    }

    @Test
    void aMeasurementCrossesAProcessAsALine() {
        Measurement measured = Measurement.empty().with("events/s", 1234.5).with("peak-MB", 512);

        assertThat(measured.line()).isEqualTo("measured: events/s=1234.5 peak-MB=512.0");
        assertThat(Measurement.parse(measured.line())).contains(measured);
    }

    @Test
    void aLineThatSaysSomethingElseIsNoMeasurement() {
        assertThat(Measurement.parse("Kafka Streams is RUNNING")).isEmpty();
    }

    private static Measurement speed(double eventsPerSecond) {
        return Measurement.empty().with("events/s", eventsPerSecond);
    }
}
