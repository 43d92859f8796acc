package vorsprung.processor.domain.valuation;

import static java.util.Comparator.comparing;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Round.Kind;
import vorsprung.processor.domain.fact.Round.Status;

/** What the design's section 2 says of rounds and their tranches, computed from all rounds in its words. */
final class PlainRounds {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final List<Round> inForce;

    /** The rounds as of a valid time: those that occur later are not there. */
    PlainRounds(Stream<Round> rounds, Instant asOf) {
        this.inForce = rounds.filter(round -> !round.place().occurredAt().isAfter(asOf))
                .sorted(comparing(Round::place))
                .toList();
    }

    List<Round> rumored() {
        return inForce.stream()
                .filter(round -> round.status() == Status.RUMORED)
                .toList();
    }

    /** Those that count: neither rumored nor tranches. */
    List<Round> counted() {
        return inForce.stream()
                .filter(round -> round.status() != Status.RUMORED)
                .filter(round -> !isTranche(round))
                .toList();
    }

    List<Round> valued() {
        return counted().stream()
                .filter(round -> round.valuationUsd().isPresent())
                .toList();
    }

    /** The last round with a valuation; with 1, the one before it. */
    Optional<Round> lastValued(int back) {
        List<Round> valued = valued();
        return valued.size() <= back ? Optional.empty() : Optional.of(valued.get(valued.size() - 1 - back));
    }

    @Nullable Long valuationUsd(int back) {
        return lastValued(back).map(round -> round.valuationUsd().getAsLong()).orElse(null);
    }

    @Nullable Long peakValuationUsd() {
        return valued().stream()
                .map(round -> round.valuationUsd().getAsLong())
                .max(Long::compare)
                .orElse(null);
    }

    long totalRaisedUsd() {
        return total(round -> switch (round.status()) {
            case CLOSED -> round.kind().isPrimary() ? amount(round).max(closedTranches(round)) : BigInteger.ZERO;
            case ANNOUNCED -> round.kind().isPrimary() ? closedTranches(round) : BigInteger.ZERO;
            case RUMORED -> BigInteger.ZERO;
        });
    }

    long announcedUsd() {
        return total(round -> round.kind().isPrimary() && round.status() == Status.ANNOUNCED
                ? amount(round).subtract(closedTranches(round)).max(BigInteger.ZERO)
                : BigInteger.ZERO);
    }

    long debtRaisedUsd() {
        return total(round -> round.kind() == Kind.DEBT && round.status() == Status.CLOSED
                ? amount(round).max(closedTranches(round))
                : BigInteger.ZERO);
    }

    private boolean isTranche(Round round) {
        return round.status() != Status.RUMORED
                && inForce.stream()
                        .filter(other ->
                                !other.place().eventId().equals(round.place().eventId()))
                        .filter(other -> other.place().eventId().equals(round.trancheOf()))
                        .filter(other -> other.status() != Status.RUMORED)
                        .anyMatch(other -> other.trancheOf() == null);
    }

    private BigInteger closedTranches(Round round) {
        return inForce.stream()
                .filter(this::isTranche)
                .filter(tranche -> round.place().eventId().equals(tranche.trancheOf()))
                .filter(tranche -> tranche.status() == Status.CLOSED)
                .map(PlainRounds::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private long total(Function<Round, BigInteger> figure) {
        BigInteger total = counted().stream().map(figure).reduce(BigInteger.ZERO, BigInteger::add);
        return total.min(LARGEST).longValueExact();
    }

    private static BigInteger amount(Round round) {
        return round.amountUsd() == null ? BigInteger.ZERO : BigInteger.valueOf(round.amountUsd());
    }
}
