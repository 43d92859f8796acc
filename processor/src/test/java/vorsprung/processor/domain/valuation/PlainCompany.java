package vorsprung.processor.domain.valuation;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.CompanyFact.Books;
import vorsprung.processor.domain.fact.CompanyFact.Funding;
import vorsprung.processor.domain.fact.CompanyFact.Use;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.fact.Usage;

/** The figures of the design's section 2, each computed from all facts in the words of its definition. */
final class PlainCompany {
    private final List<CompanyFact> facts;
    private final Instant asOf;
    private final PlainRounds rounds;

    /** The company as of a valid time: facts that occur later are not there. */
    PlainCompany(Collection<CompanyFact> facts, Instant asOf) {
        this.facts = facts.stream()
                .filter(fact -> !fact.place().occurredAt().isAfter(asOf))
                .sorted(comparing(CompanyFact::place).thenComparing(CompanyFact::kind))
                .toList();
        this.asOf = asOf;
        this.rounds = roundsAsOf(asOf);
    }

    /** Whether the company is one of those that are listed. */
    boolean isListed() {
        return facts.stream().anyMatch(fact -> fact.kind() != CompanyFact.Kind.LEAD_CLAIM);
    }

    /** Everything but the evidence. */
    Company figures(String companyId) {
        return new Company(
                companyId,
                last(facts.stream().flatMap(fact -> fact.company().stream())).orElse(companyId),
                rounds.valuationUsd(0),
                valuationAt().orElse(null),
                rounds.totalRaisedUsd(),
                rounds.announcedUsd(),
                rounds.debtRaisedUsd(),
                rounds.counted().size(),
                ratio(rounds.valuationUsd(0), rounds.valuationUsd(1)).orElse(null),
                yearOverYearMultiple().orElse(null),
                rounds.peakValuationUsd(),
                drawdown().orElse(null),
                talks().orElse(null),
                newest(Finances::monthlyBurnUsd),
                newest(Finances::annualizedRevenueUsd),
                newest(Finances::cashUsd),
                runwayMonths(),
                ratio(rounds.valuationUsd(0), newest(Finances::annualizedRevenueUsd))
                        .orElse(null),
                usage(),
                Map.of());
    }

    /** Each round with a valuation, with what was raised as of its time, and its valuation over that of the one before. */
    List<ValuationStep> steps() {
        List<ValuationStep> steps = new ArrayList<>();
        Long before = null;
        for (Round round : rounds.valued()) {
            long raised = roundsAsOf(round.place().occurredAt()).totalRaisedUsd();
            Long valuation = round.valuationUsd().getAsLong();
            steps.add(new ValuationStep(
                    round.place(), valuation, raised, ratio(valuation, before).orElse(null)));
            before = valuation;
        }
        return steps;
    }

    private PlainRounds roundsAsOf(Instant instant) {
        return new PlainRounds(
                facts.stream().filter(Funding.class::isInstance).map(fact -> ((Funding) fact).round()), instant);
    }

    private Optional<Instant> valuationAt() {
        return rounds.lastValued(0).map(round -> round.place().occurredAt());
    }

    private Optional<Double> yearOverYearMultiple() {
        return valuationAt()
                .map(at -> at.atZone(ZoneOffset.UTC).minusYears(1).toInstant())
                .flatMap(yearBefore ->
                        ratio(rounds.valuationUsd(0), roundsAsOf(yearBefore).valuationUsd(0)));
    }

    private Optional<Double> drawdown() {
        return ratio(rounds.valuationUsd(0), rounds.peakValuationUsd()).map(share -> 1 - share);
    }

    private Optional<Company.Talks> talks() {
        Instant valuationAt = valuationAt().orElse(Instant.MIN);
        return last(rounds.rumored().stream()
                        .filter(round -> round.place().occurredAt().isAfter(valuationAt)))
                .map(round -> new Company.Talks(
                        round.amountUsd(),
                        round.valuationUsd().isPresent() ? round.valuationUsd().getAsLong() : null,
                        round.place().occurredAt()));
    }

    private @Nullable BigDecimal runwayMonths() {
        Long burn = last(finances().filter(finances -> finances.monthlyBurnUsd() != null))
                .filter(finances -> isWithinTwelveMonths(finances.place()))
                .map(Finances::monthlyBurnUsd)
                .orElse(null);
        Long cash = newest(Finances::cashUsd);
        Long money = cash == null ? largestOfTwelveMonths() : cash;
        return burn == null || burn == 0 || money == null
                ? null
                : new BigDecimal(money).divide(new BigDecimal(burn), 1, RoundingMode.HALF_UP);
    }

    private @Nullable Long largestOfTwelveMonths() {
        return rounds.counted().stream()
                .filter(round -> round.kind().isPrimary())
                .filter(round -> isWithinTwelveMonths(round.place()))
                .map(Round::amountUsd)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }

    private boolean isWithinTwelveMonths(Place place) {
        return !place.occurredAt()
                .isBefore(asOf.atZone(ZoneOffset.UTC).minusMonths(12).toInstant());
    }

    private Stream<Finances> finances() {
        return facts.stream().filter(Books.class::isInstance).map(fact -> ((Books) fact).finances());
    }

    private @Nullable Long newest(Function<Finances, @Nullable Long> figure) {
        return last(finances().map(figure).filter(Objects::nonNull)).orElse(null);
    }

    private List<Company.Use> usage() {
        Map<String, Company.Use> newest = new TreeMap<>();
        facts.stream()
                .filter(Use.class::isInstance)
                .map(fact -> ((Use) fact).usage())
                .forEach(usage -> {
                    use(usage).ifPresent(use -> newest.put(usage.metric() + " " + usage.product(), use));
                });
        return List.copyOf(newest.values());
    }

    private static Optional<Company.Use> use(Usage usage) {
        Instant at = usage.place().occurredAt();
        return Optional.ofNullable(usage.value())
                .map(value -> new Company.Use(usage.product(), usage.metric(), value, usage.atLeast(), at));
    }

    private static Optional<Double> ratio(@Nullable Long dividend, @Nullable Long divisor) {
        return dividend == null || divisor == null || divisor == 0
                ? Optional.empty()
                : Optional.of((double) dividend / divisor);
    }

    private static <T> Optional<T> last(Stream<T> inOrder) {
        return inOrder.reduce((earlier, later) -> later);
    }
}
