package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a race stands from one instant until the next standing: all that a question about a time needs, in one value.
 * There is one for each {@code occurredAt} at which the frontier rose or the best of the others did. Design, section 3.
 *
 * @param at valid time, whole milliseconds
 * @param leader the result with which the leader reached its best score, which is the frontier; of several at one
 *     instant that of the smallest modelId
 * @param rival the best result of all other contestants, absent while there is no other; of equal ones that of the
 *     former leader, then the earliest, then the smallest companyId, modelId
 * @param lead the lead window that is open
 * @param unmatched the leader's earliest record nobody has matched, absent when all are matched
 * @param caught the earlier records matched at this instant, absent when there are none
 * @param tiedBy the result of another contestant that matched this instant's own record at once
 * @param leaps the newest leaps up to this instant, oldest first: the five of the Vorsprung and those it had just before
 */
public record Standing(
        Instant at,
        Entry leader,
        @Nullable Entry rival,
        Lead lead,
        @Nullable Unmatched unmatched,
        @Nullable Caught caught,
        @Nullable Entry tiedBy,
        List<Leap> leaps) {

    /** Leaps that make a Vorsprung. */
    private static final int VORSPRUNG_LEAPS = 5;

    /** At one instant at most the old leader's records and the new leader's record are matched: two leaps. */
    static final int KEPT_LEAPS = VORSPRUNG_LEAPS + 2;

    public Standing {
        leaps = List.copyOf(leaps);
    }

    /** Whether the frontier rose at this instant. */
    public boolean isRecord() {
        return leader.occurredAt().equals(at);
    }

    /** Whether the lead changed at this instant; the first lead ever is no change. */
    public boolean isLeadChange() {
        return isOpening() && lead.predecessor() != null;
    }

    /** Leader's best less the best of all others, never negative in either direction; empty while there is no other. */
    public Optional<Double> margin() {
        return Optional.ofNullable(rival).map(other -> Math.abs(leader.score() - other.score()));
    }

    /** The margin ÷ |best of all others| × 100; empty while there is no other, or its best is 0. */
    public Optional<Double> marginPercent() {
        return Optional.ofNullable(rival)
                .map(other -> Math.abs(leader.score() - other.score()) / Math.abs(other.score()) * 100)
                .filter(Double::isFinite);
    }

    /** The median lag of the last five leaps in days, one decimal: how long a lead lasts; empty before the first. */
    public Optional<Double> vorsprungDays() {
        return vorsprungDays(leaps);
    }

    /** The Vorsprung just before this instant. */
    public Optional<Double> vorsprungDaysBefore() {
        return vorsprungDays(
                leaps.stream().filter(leap -> leap.to().isBefore(at)).toList());
    }

    /** Whether a lead window opened at this instant. */
    boolean isOpening() {
        return lead.openedAt().equals(at);
    }

    /** Whether this instant's results matched an earlier record, which nobody had matched before it. */
    boolean matches(Standing record, Direction direction) {
        return caught != null
                && record.at.isBefore(at)
                && !record.at.isBefore(caught.from())
                && !direction.isBetter(record.leader.score(), caught.by().score());
    }

    /** The best result of all contestants but this one. */
    Optional<Entry> bestExcept(String contestant) {
        return leader.isOf(contestant) ? Optional.ofNullable(rival) : Optional.of(leader);
    }

    /** The leaps that the Vorsprung is the median of, oldest first. */
    List<Leap> lastLeaps() {
        return last(leaps);
    }

    /** The result that ended a leap of this instant: one from before, or that of this instant's own record. */
    Entry matching(Leap leap) {
        Optional<Entry> by =
                leap.from().isBefore(at) ? Optional.ofNullable(caught).map(Caught::by) : Optional.ofNullable(tiedBy);
        return by.orElseThrow(() -> new IllegalArgumentException("no leap from " + leap.from() + " ended at " + at));
    }

    private static Optional<Double> vorsprungDays(List<Leap> leaps) {
        return Days.median(last(leaps).stream().map(Leap::lagMs).toList());
    }

    private static List<Leap> last(List<Leap> leaps) {
        return leaps.subList(Math.max(0, leaps.size() - VORSPRUNG_LEAPS), leaps.size());
    }
}
