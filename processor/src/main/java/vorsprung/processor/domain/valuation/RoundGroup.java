package vorsprung.processor.domain.valuation;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vorsprung.processor.domain.fact.Dollars;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Round.Kind;
import vorsprung.processor.domain.fact.Round.Status;

/**
 * A round with the tranches that pay it, or rounds that name a round which is not there. What the group adds to a
 * company's sums changes at the places of its members only. Defined in the design, section 2.
 */
final class RoundGroup {
    private final NavigableMap<Place, RoundSummary> elements = new TreeMap<>();
    private final NavigableMap<Place, EarlyTranche> early = new TreeMap<>();

    /** The group of these rounds, all of one {@link Round#groupId()}. */
    RoundGroup(List<Round> members) {
        Optional<Round> root =
                members.stream().filter(RoundGroup::canHaveTranches).findFirst();
        root.ifPresentOrElse(round -> addPaid(round, members), () -> members.forEach(this::addOwn));
    }

    /** What each place adds from its valid time on. */
    NavigableMap<Place, RoundSummary> elements() {
        return elements;
    }

    /** The tranches that stand on their own for a while. */
    NavigableMap<Place, EarlyTranche> early() {
        return early;
    }

    private static boolean canHaveTranches(Round round) {
        return round.trancheOf() == null && round.status() != Status.RUMORED;
    }

    private void addOwn(Round round) {
        if (round.status() != Status.RUMORED) {
            elements.put(round.place(), summary(round));
        }
    }

    private void addPaid(Round root, List<Round> members) {
        elements.put(root.place(), summary(root));
        long paidUsd = 0;
        List<Round> tranches = members.stream()
                .filter(member -> member.trancheOf() != null && member.status() != Status.RUMORED)
                .sorted(Comparator.comparing(Round::place))
                .toList();
        for (Round tranche : tranches) {
            long addedUsd = tranche.status() == Status.CLOSED ? tranche.amountOrNothingUsd() : 0;
            long paidWithUsd = Dollars.sum(paidUsd, addedUsd);
            elements.put(placeOfPayment(root, tranche), payment(root, paidUsd, paidWithUsd));
            paidUsd = paidWithUsd;
        }
        tranches.stream().filter(tranche -> isEarly(root, tranche)).forEach(tranche -> addEarly(root, tranche));
    }

    private void addEarly(Round root, Round tranche) {
        early.put(
                tranche.place(), new EarlyTranche(summary(tranche), root.place().occurredAt()));
    }

    /** An early tranche pays when its round occurs. */
    private static Place placeOfPayment(Round root, Round tranche) {
        Place own = tranche.place();
        return isEarly(root, tranche) ? new Place(root.place().occurredAt(), own.recordedAt(), own.eventId()) : own;
    }

    private static boolean isEarly(Round root, Round tranche) {
        return tranche.place().occurredAt().isBefore(root.place().occurredAt());
    }

    private static RoundSummary payment(Round root, long paidUsd, long paidWithUsd) {
        return RoundSummary.of(
                raised(root, paidWithUsd) - raised(root, paidUsd),
                announced(root, paidWithUsd) - announced(root, paidUsd),
                debt(root, paidWithUsd) - debt(root, paidUsd),
                0,
                null,
                null);
    }

    private static RoundSummary summary(Round round) {
        Mark valuation = round.valuationUsd().isPresent()
                ? new Mark(round.place(), round.valuationUsd().getAsLong())
                : null;
        Mark amount = round.kind().isPrimary() && round.amountUsd() != null
                ? new Mark(round.place(), round.amountUsd())
                : null;
        return RoundSummary.of(raised(round, 0), announced(round, 0), debt(round, 0), 1, valuation, amount);
    }

    private static long raised(Round round, long paidUsd) {
        if (!round.kind().isPrimary()) {
            return 0;
        }
        return round.status() == Status.CLOSED ? Math.max(round.amountOrNothingUsd(), paidUsd) : paidUsd;
    }

    private static long announced(Round round, long paidUsd) {
        boolean promised = round.kind().isPrimary() && round.status() == Status.ANNOUNCED;
        return promised ? Math.max(0, round.amountOrNothingUsd() - paidUsd) : 0;
    }

    private static long debt(Round round, long paidUsd) {
        return round.kind() == Kind.DEBT && round.status() == Status.CLOSED
                ? Math.max(round.amountOrNothingUsd(), paidUsd)
                : 0;
    }
}
