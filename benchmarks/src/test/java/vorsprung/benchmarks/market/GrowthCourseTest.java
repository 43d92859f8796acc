package vorsprung.benchmarks.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vorsprung.benchmarks.market.GrowthCourse.Kind;
import vorsprung.benchmarks.market.GrowthCourse.Leg;
import vorsprung.topic.EventType;

final class GrowthCourseTest {

    @Test
    void sizesGoFromTenFactsToTheLongestHistory() {
        assertThat(GrowthCourse.sizes(1_000_000)).containsExactly(10, 1_000, 100_000, 1_000_000);
        assertThat(GrowthCourse.sizes(1_000)).containsExactly(10, 100, 1_000);
        assertThat(GrowthCourse.sizes(10)).containsExactly(10);
    }

    @Test
    void eachSizeIsFilledThenMeasuredInThreeWays() {
        List<Leg> legs = new GrowthCourse(EventType.BENCHMARK_RESULT, List.of(10)).legs();

        assertThat(legs)
                .filteredOn(Leg::isMeasured)
                .extracting(Leg::name)
                .containsExactly("in_order-10", "late-10", "correction-10");
        assertThat(legs).contains(new Leg("size-10", Kind.FILL, 10, 2_000));
    }

    @Test
    void asManyEventsAreShownAsWerePromised() {
        GrowthCourse course = new GrowthCourse(EventType.FUNDING_ROUND, List.of(10));
        List<SpecificRecord> shown = new ArrayList<>();

        course.forEach(shown::add);

        assertThat(shown).hasSize((int) course.events());
    }

    @Test
    void aCorrectionIsOfAFactThatIsThere() {
        GrowthCourse course = new GrowthCourse(EventType.FUNDING_ROUND, List.of(10));
        Set<String> facts = new HashSet<>();
        List<SpecificRecord> again = new ArrayList<>();

        course.forEach(event -> {
            if (!facts.add(event.get(1) + " " + event.get(0))) {
                again.add(event);
            }
        });

        assertThat(again).hasSizeGreaterThanOrEqualTo(3 * GrowthCourse.PROBES);
    }
}
