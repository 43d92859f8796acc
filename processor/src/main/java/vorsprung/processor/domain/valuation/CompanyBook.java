package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.CompanyFact.Books;
import vorsprung.processor.domain.fact.CompanyFact.Funding;
import vorsprung.processor.domain.fact.CompanyFact.Lead;
import vorsprung.processor.domain.fact.CompanyFact.Use;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.MemoryTimeline;
import vorsprung.processor.domain.timeline.Node;
import vorsprung.processor.domain.timeline.Timeline;
import vorsprung.processor.domain.valuation.BookChange.Stretch;

/** Everything in force about one company, kept so that its figures as of any valid time are a few seeks away. */
public final class CompanyBook {
    private final Timelines timelines;
    private final RoundBook rounds;
    private final Readings readings;

    /**
     * The ordered maps that a company's book is kept in.
     *
     * @param heads every fact of the company
     * @param groups its rounds, those of one group of tranches together
     * @param sums nodes of the tree of round summaries
     * @param early tranches dated before their round
     * @param talks the RUMORED rounds
     * @param readings figures as reported
     * @param claims what leads are said to be
     */
    public record Timelines(
            Timeline<FactKey, FactHead> heads,
            Timeline<GroupMember, Round> groups,
            Timeline<Node<Place>, RoundSummary> sums,
            Timeline<Place, EarlyTranche> early,
            Timeline<Place, Round> talks,
            Timeline<ReadingKey, Reading> readings,
            Timeline<Place, Claim> claims) {

        /** Empty ones on the heap. */
        public static Timelines onHeap() {
            return new Timelines(
                    new MemoryTimeline<>(),
                    new MemoryTimeline<>(),
                    new MemoryTimeline<>(),
                    new MemoryTimeline<>(),
                    new MemoryTimeline<>(),
                    new MemoryTimeline<>(),
                    new MemoryTimeline<>());
        }
    }

    public CompanyBook(Timelines timelines) {
        this.timelines = timelines;
        this.rounds = new RoundBook(timelines.groups, timelines.sums, timelines.early, timelines.talks);
        this.readings = new Readings(timelines.readings);
    }

    /** Takes a fact as it now is for what it was; empty means that it is not in force. */
    public BookChange change(Optional<CompanyFact> before, Optional<CompanyFact> after) {
        before.ifPresent(this::remove);
        after.ifPresent(this::put);
        Optional<Round> was = before.flatMap(CompanyBook::round);
        Optional<Round> is = after.flatMap(CompanyBook::round);
        NavigableSet<Instant> summed = was.equals(is) ? Collections.emptyNavigableSet() : rounds.change(was, is);
        List<CompanyFact> facts =
                Stream.of(before, after).flatMap(Optional::stream).toList();
        NavigableSet<Instant> occurred =
                facts.stream().map(fact -> fact.place().occurredAt()).collect(Collectors.toCollection(TreeSet::new));
        List<Finances> reports = facts.stream().flatMap(CompanyBook::finances).toList();
        return new BookChange(
                Stream.of(occurred, summed)
                        .flatMap(NavigableSet::stream)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                summed.isEmpty() ? Optional.empty() : Optional.of(valuationsAfter(summed)),
                reports.isEmpty() ? runwaysAfter(summed) : Optional.of(runwaysAfter(occurred, reports)));
    }

    /** A valuation matters to its own step and to the next one. */
    private Stretch valuationsAfter(NavigableSet<Instant> summed) {
        return stretch(summed, rounds.previousUntil(summed.last()).stream());
    }

    /** A round stands in for cash, for a year, as long as no cash was ever reported. */
    private Optional<Stretch> runwaysAfter(NavigableSet<Instant> summed) {
        if (summed.isEmpty() || readings.newest(Readings.CASH, summed.first()).isPresent()) {
            return Optional.empty();
        }
        NavigableSet<Instant> causes = runwayReports(new Stretch(summed.first(), aYearAfter(summed.last()))).stream()
                .map(Place::occurredAt)
                .collect(Collectors.toCollection(TreeSet::new));
        return causes.isEmpty() ? Optional.empty() : Optional.of(new Stretch(causes.first(), causes.last()));
    }

    /**
     * Burn holds until the next report of it, for a year at most. Cash holds, however old, until the next report of it:
     * without one, every later burn is divided into it.
     */
    private Stretch runwaysAfter(NavigableSet<Instant> occurred, List<Finances> reports) {
        Instant last = occurred.last();
        Stream<Instant> burnHolds = reports.stream()
                .filter(report -> report.monthlyBurnUsd() != null)
                .limit(1)
                .map(report -> next(Readings.BURN, last).orElse(aYearAfter(last)));
        Stream<Instant> cashHolds = reports.stream()
                .filter(report -> report.cashUsd() != null)
                .limit(1)
                .flatMap(report -> next(Readings.CASH, last).or(this::lastBurn).stream());
        return stretch(occurred, Stream.concat(burnHolds, cashHolds));
    }

    private Optional<Instant> next(String figure, Instant after) {
        return readings.next(figure, after).map(Place::occurredAt);
    }

    private Optional<Instant> lastBurn() {
        return readings.last(Readings.BURN).map(Place::occurredAt);
    }

    private static Stretch stretch(NavigableSet<Instant> changed, Stream<Instant> holdsUntil) {
        Instant last = changed.last();
        Instant to = holdsUntil
                .filter(end -> end.isAfter(last))
                .max(Comparator.naturalOrder())
                .orElse(last);
        return new Stretch(changed.first(), to);
    }

    /** A day more, since months differ in length. */
    private static Instant aYearAfter(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).plusYears(1).plusDays(1).toInstant();
    }

    /** The places of the reports of burn or cash. */
    public List<Place> runwayReports(Stretch where) {
        return Stream.of(Readings.BURN, Readings.CASH)
                .flatMap(figure -> readings.between(figure, where.from(), where.to()).stream())
                .toList();
    }

    /** The company's rounds. */
    public RoundBook rounds() {
        return rounds;
    }

    /** Display name as of a valid time: that of the newest fact that has one. */
    public Optional<String> name(Instant asOf) {
        try (Cursor<Entry<FactKey, FactHead>> newest =
                timelines.heads.descending(null, FactKey.startOf(Place.endOf(asOf)))) {
            while (newest.hasNext()) {
                String company = newest.next().getValue().company();
                if (company != null) {
                    return Optional.of(company);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a funding, usage or financial fact is in force as of a valid time. */
    public boolean isListed(Instant asOf) {
        try (Cursor<Entry<FactKey, FactHead>> facts =
                timelines.heads.ascending(null, FactKey.startOf(Place.endOf(asOf)))) {
            while (facts.hasNext()) {
                if (facts.next().getKey().kind().isListed()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the company's lead is said to be, as of a valid time, the newest claim first. */
    public Cursor<Entry<Place, Claim>> claims(Instant asOf) {
        return timelines.claims.descending(null, Place.endOf(asOf));
    }

    /** When the last fact before a place occurred, of whatever kind. */
    Optional<Instant> occurredBefore(Place place) {
        return timelines.heads.lower(FactKey.startOf(place)).map(CompanyBook::occurredAt);
    }

    /** When the first fact at or after a place occurs, of whatever kind. */
    Optional<Instant> occursFrom(Place place) {
        return timelines.heads.ceiling(FactKey.startOf(place)).map(CompanyBook::occurredAt);
    }

    private static Instant occurredAt(Entry<FactKey, FactHead> fact) {
        return fact.getKey().place().occurredAt();
    }

    Readings readings() {
        return readings;
    }

    private void put(CompanyFact fact) {
        timelines.heads.put(
                new FactKey(fact.place(), fact.kind()),
                new FactHead(fact.company().orElse(null)));
        if (fact instanceof Books books) {
            readings.put(books.finances());
        } else if (fact instanceof Use use) {
            readings.put(use.usage());
        } else if (fact instanceof Lead lead) {
            timelines.claims.put(fact.place(), lead.claim());
        }
    }

    private void remove(CompanyFact fact) {
        timelines.heads.remove(new FactKey(fact.place(), fact.kind()));
        if (fact instanceof Books books) {
            readings.remove(books.finances());
        } else if (fact instanceof Use use) {
            readings.remove(use.usage());
        } else if (fact instanceof Lead) {
            timelines.claims.remove(fact.place());
        }
    }

    private static Stream<Finances> finances(CompanyFact fact) {
        return fact instanceof Books books ? Stream.of(books.finances()) : Stream.empty();
    }

    private static Optional<Round> round(CompanyFact fact) {
        return fact instanceof Funding funding ? Optional.of(funding.round()) : Optional.empty();
    }
}
