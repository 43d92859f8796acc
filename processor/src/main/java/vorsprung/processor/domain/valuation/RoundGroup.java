package vorsprung.processor.domain.valuation;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
            elements.put(round.place(), summary(round, 0));
        }
    }

    private void addPaid(Round root, List<Round> members) {
        long paidUsd = 0;
        List<Round> tranches = members.stream()
                .filter(member -> member.trancheOf() != null && member.status() != Status.RUMORED)
                .sorted(Comparator.comparing(Round::place))
                .toList();
        for (Round tranche : tranches) {
            boolean before = tranche.place().occurredAt().isBefore(root.place().occurredAt());
            long paidWithUsd =
                    Dollars.sum(paidUsd, tranche.status() == Status.CLOSED ? tranche.amountOrNothingUsd() : 0);
            if (before) {
                early.put(
                        tranche.place(),
                        new EarlyTranche(summary(tranche, 0), root.place().occurredAt()));
            } else {
                elements.put(tranche.place(), payment(root, paidUsd, paidWithUsd));
            }
            paidUsd = paidWithUsd;
        }
        elements.put(root.place(), summary(root, paidBefore(root, tranches)));
    }

    private static long paidBefore(Round root, List<Round> tranches) {
        return tranches.stream()
                .filter(tranche -> tranche.status() == Status.CLOSED)
                .filter(tranche ->
                        tranche.place().occurredAt().isBefore(root.place().occurredAt()))
                .mapToLong(Round::amountOrNothingUsd)
                .reduce(0, Dollars::sum);
    }

    private static RoundSummary payment(Round root, long paidUsd, long paidWithUsd) {
        return RoundSummary.of(
                raised(root, paidWithUsd) - raised(root, paidUsd),
                announced(root, paidWithUsd) - announced(root, paidUsd),
                0,
                0,
                null,
                null);
    }

    private static RoundSummary summary(Round round, long paidUsd) {
        @Nullable Mark valuation = round.valuationUsd().isPresent()
                ? new Mark(round.place(), round.valuationUsd().getAsLong())
                : null;
        boolean primaryAmount = round.kind().isPrimary() && round.amountUsd() != null;
        @Nullable Mark amount = primaryAmount ? new Mark(round.place(), Objects.requireNonNull(round.amountUsd())) : null;
        return RoundSummary.of(raised(round, paidUsd), announced(round, paidUsd), debt(round), 1, valuation, amount);
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

    private static long debt(Round round) {
        return round.kind() == Kind.DEBT && round.status() == Status.CLOSED ? round.amountOrNothingUsd() : 0;
    }
}
