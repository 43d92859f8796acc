package vorsprung.processor.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.signal.PriceWars.PriceCut;
import vorsprung.processor.domain.timeline.MemoryTimeline;

/** A price war: three cuts by two companies within 30 days, once each time that becomes true. */
class PriceWarsTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = day(400);

    private final MemoryTimeline<SignalKey, PriceCut> cuts = new MemoryTimeline<>();
    private final PriceWars wars = new PriceWars(cuts, Thresholds.DEFAULT);

    @Test
    void threeCutsByTwoCompaniesWithinAMonthAreAWar() {
        cut(0, "openai");
        cut(10, "openai");
        cut(30, "deepseek");

        List<Signal> found = wars.between(START, END);

        assertThat(found).extracting(Signal::occurredAt).containsExactly(day(30));
        assertThat(found.get(0).value()).isEqualTo(3.0);
        assertThat(found.get(0).evidence()).hasSize(3);
    }

    @Test
    void threeByOneCompanyAreNone() {
        cut(0, "openai");
        cut(10, "openai");
        cut(20, "openai");

        assertThat(wars.between(START, END)).isEmpty();
    }

    @Test
    void norAreThreeInMoreThanAMonth() {
        cut(0, "openai");
        cut(10, "openai");
        cut(31, "deepseek");

        assertThat(wars.between(START, END)).isEmpty();
    }

    @Test
    void aFurtherCutWhileItLastsIsNoFurtherWarAndOneAfterAPauseIs() {
        cut(0, "openai");
        cut(1, "deepseek");
        cut(2, "google");
        cut(20, "google");
        cut(100, "openai");
        cut(101, "google");
        cut(102, "deepseek");

        assertThat(wars.between(START, END)).extracting(Signal::occurredAt).containsExactly(day(2), day(102));
    }

    /** A cut: so many days from the start, by the company of this number. */
    record Cut(int day, int company) {}

    @Property
    void fromAnyTimeOnTheWarsAreThoseOfTheDefinition(
            @ForAll("cuts") List<Cut> random,
            @ForAll @IntRange(max = 120) int from,
            @ForAll @IntRange(max = 120) int days) {
        MemoryTimeline<SignalKey, PriceCut> timeline = new MemoryTimeline<>();
        for (int i = 0; i < random.size(); i++) {
            Cut cut = random.get(i);
            timeline.put(new SignalKey(day(cut.day()), "cut " + i), new PriceCut("c" + cut.company(), "e" + i));
        }

        List<Signal> found = new PriceWars(timeline, Thresholds.DEFAULT).between(day(from), day(from + days));

        assertThat(found)
                .extracting(Signal::occurredAt)
                .containsExactlyElementsOf(plainly(timeline.entries(), day(from), day(from + days)));
    }

    /** Looks at the whole window before and after each instant at which something was cut. */
    private static List<Instant> plainly(List<Entry<SignalKey, PriceCut>> cuts, Instant from, Instant to) {
        List<Instant> begun = new ArrayList<>();
        cuts.stream()
                .map(cut -> cut.getKey().occurredAt())
                .filter(at -> !at.isBefore(from) && !at.isAfter(to))
                .distinct()
                .forEach(at -> {
                    List<Entry<SignalKey, PriceCut>> window = cuts.stream()
                            .filter(cut -> !cut.getKey().occurredAt().isAfter(at))
                            .filter(cut -> !cut.getKey().occurredAt().isBefore(at.minus(Duration.ofDays(30))))
                            .toList();
                    List<Entry<SignalKey, PriceCut>> before = window.stream()
                            .filter(cut -> cut.getKey().occurredAt().isBefore(at))
                            .toList();
                    if (isWar(window) && !isWar(before)) {
                        begun.add(at);
                    }
                });
        return begun;
    }

    private static boolean isWar(List<Entry<SignalKey, PriceCut>> window) {
        long companies = window.stream()
                .map(cut -> cut.getValue().companyId())
                .distinct()
                .count();
        return window.size() >= 3 && companies >= 2;
    }

    @Provide
    Arbitrary<List<Cut>> cuts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.integers().between(1, 3))
                .as(Cut::new)
                .list()
                .ofMaxSize(25);
    }

    private void cut(int day, String companyId) {
        String id = day + " " + companyId;
        cuts.put(new SignalKey(day(day), id), new PriceCut(companyId, id));
    }

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }
}
