package vorsprung.processor.domain.valuation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Dollars;
import vorsprung.processor.domain.timeline.Summary;

/**
 * What the rounds of a stretch of valid time amount to. Amounts are whole US dollars.
 *
 * @param raisedUsd counted into {@code totalRaisedUsd}
 * @param raisedCount how many facts that rests on
 * @param announcedUsd promised, not yet paid; negative where a tranche pays what was promised before
 * @param announcedCount how many facts that rests on
 * @param debtUsd counted into {@code debtRaisedUsd}
 * @param debtCount how many facts that rests on
 * @param rounds number of rounds, tranches aside
 * @param last the last round that has a valuation
 * @param previous the one before it that has one
 * @param peak the highest valuation
 * @param largest the largest amount of a primary round
 */
public record RoundSummary(
        long raisedUsd,
        int raisedCount,
        long announcedUsd,
        int announcedCount,
        long debtUsd,
        int debtCount,
        int rounds,
        @Nullable Mark last,
        @Nullable Mark previous,
        @Nullable Mark peak,
        @Nullable Mark largest)
        implements Summary<RoundSummary> {

    /** No rounds at all. */
    public static final RoundSummary NOTHING = new RoundSummary(0, 0, 0, 0, 0, 0, 0, null, null, null, null);

    /** What one round, or one tranche, adds. */
    static RoundSummary of(
            long raisedUsd,
            long announcedUsd,
            long debtUsd,
            int rounds,
            @Nullable Mark valuation,
            @Nullable Mark amount) {
        return new RoundSummary(
                raisedUsd,
                raisedUsd == 0 ? 0 : 1,
                announcedUsd,
                announcedUsd == 0 ? 0 : 1,
                debtUsd,
                debtUsd == 0 ? 0 : 1,
                rounds,
                valuation,
                null,
                valuation,
                amount);
    }

    @Override
    public RoundSummary then(RoundSummary later) {
        boolean laterHasOne = later.last != null;
        boolean laterHasTwo = later.previous != null;
        return joined(
                later, laterHasOne ? later.last : last, laterHasTwo ? later.previous : laterHasOne ? last : previous);
    }

    /** This and a summary of other rounds that lie among these. */
    RoundSummary with(RoundSummary others) {
        List<Mark> marks = Stream.of(last, previous, others.last, others.previous)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Mark::place).reversed())
                .toList();
        return joined(others, marks.isEmpty() ? null : marks.get(0), marks.size() < 2 ? null : marks.get(1));
    }

    private RoundSummary joined(RoundSummary other, @Nullable Mark newLast, @Nullable Mark newPrevious) {
        return new RoundSummary(
                Dollars.sum(raisedUsd, other.raisedUsd),
                raisedCount + other.raisedCount,
                Dollars.sum(announcedUsd, other.announcedUsd),
                announcedCount + other.announcedCount,
                Dollars.sum(debtUsd, other.debtUsd),
                debtCount + other.debtCount,
                rounds + other.rounds,
                newLast,
                newPrevious,
                Mark.greater(peak, other.peak),
                Mark.greater(largest, other.largest));
    }
}
