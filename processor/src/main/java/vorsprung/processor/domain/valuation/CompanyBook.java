package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import vorsprung.processor.domain.fact.Claim;
import vorsprung.processor.domain.fact.CompanyFact;
import vorsprung.processor.domain.fact.CompanyFact.Books;
import vorsprung.processor.domain.fact.CompanyFact.Funding;
import vorsprung.processor.domain.fact.CompanyFact.Lead;
import vorsprung.processor.domain.fact.CompanyFact.Use;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.MemoryTimeline;
import vorsprung.processor.domain.timeline.Node;
import vorsprung.processor.domain.timeline.Timeline;

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

    /**
     * Takes a fact as it now is for what it was; empty means that it is not in force.
     *
     * @return the valid times from the first to the last of which figures changed
     */
    public NavigableSet<Instant> change(Optional<CompanyFact> before, Optional<CompanyFact> after) {
        before.ifPresent(this::remove);
        after.ifPresent(this::put);
        Optional<Round> was = before.flatMap(CompanyBook::round);
        Optional<Round> is = after.flatMap(CompanyBook::round);
        NavigableSet<Instant> changed = was.equals(is) ? new TreeSet<>() : rounds.change(was, is);
        Stream.of(before, after).flatMap(Optional::stream).forEach(fact -> {
            changed.add(fact.place().occurredAt());
            lastBurnPaidFrom(fact).ifPresent(changed::add);
        });
        return changed;
    }

    /** Cash holds, however old, until the next report of it: without one, every later burn is divided into it. */
    private Optional<Instant> lastBurnPaidFrom(CompanyFact fact) {
        Instant at = fact.place().occurredAt();
        boolean holds = fact instanceof Books books
                && books.finances().cashUsd() != null
                && readings.next(Readings.CASH, at).isEmpty();
        return holds
                ? readings.last(Readings.BURN).map(Place::occurredAt).filter(burn -> burn.isAfter(at))
                : Optional.empty();
    }

    /** The places of the reports of burn or cash, from one valid time to another, both inclusive. */
    public List<Place> runwayReports(Instant from, Instant to) {
        return Stream.of(Readings.BURN, Readings.CASH)
                .flatMap(figure -> readings.between(figure, from, to).stream())
                .toList();
    }

    /**
     * The last valid time at which a change at this one can still matter to a judgement that looks back: a year on, or
     * the next valuation, or the next report of cash.
     */
    public Instant mattersUntil(Instant changed) {
        Instant aYearOn =
                changed.atZone(ZoneOffset.UTC).plusYears(1).plusDays(1).toInstant();
        return Stream.of(
                        Optional.of(aYearOn),
                        rounds.previousUntil(changed),
                        readings.next(Readings.CASH, changed).map(Place::occurredAt))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(aYearOn);
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

    private static Optional<Round> round(CompanyFact fact) {
        return fact instanceof Funding funding ? Optional.of(funding.round()) : Optional.empty();
    }
}
