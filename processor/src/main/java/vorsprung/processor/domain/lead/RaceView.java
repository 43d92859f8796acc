package vorsprung.processor.domain.lead;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.TimelineView;

/**
 * The race of one benchmark as of an instant: only results with {@code occurredAt} up to it count. Lists are read as
 * they are walked, never held whole; each starts at a bound, so that a page can go on where the one before ended.
 * Design, section 3.
 */
public final class RaceView {
    private final TimelineView<Place, Result> results;
    private final TimelineView<Instant, Standing> standings;
    private final TimelineView<ContestantMoment, Entry> bests;
    private final Contestants contestants;
    private final Instant asOf;

    RaceView(
            TimelineView<Place, Result> results,
            TimelineView<Instant, Standing> standings,
            TimelineView<ContestantMoment, Entry> bests,
            Contestants contestants,
            Instant asOf) {
        this.results = results;
        this.standings = standings;
        this.bests = bests;
        this.contestants = contestants;
        this.asOf = asOf;
    }

    /** How the race stands; empty before the first result. */
    public Optional<Standing> standing() {
        return standings.lower(end()).map(Map.Entry::getValue);
    }

    /** The figures of the benchmark; empty before the first result. */
    public Optional<BenchmarkFigures> figures() {
        return lastResult().flatMap(last -> standing().map(standing -> figures(standing, last)));
    }

    /** What the figures of the benchmark rest on; empty before the first result. */
    public Optional<RaceGrounds> grounds() {
        return lastResult().flatMap(last -> standing().map(standing -> grounds(standing, last)));
    }

    /** The frontier record set at exactly this instant; empty when none was. */
    public Optional<FrontierRecord> record(Instant at) {
        if (at.isAfter(asOf)) {
            return Optional.empty();
        }
        try (Cursor<FrontierRecord> from = records(at)) {
            return from.hasNext()
                    ? Optional.of(from.next()).filter(record -> record.at().equals(at))
                    : Optional.empty();
        }
    }

    /** A contestant's best result; empty before its first. */
    public Optional<Entry> best(String contestant) {
        return BestSteps.best(bests, contestant, asOf);
    }

    /** Lead windows that opened at or after a bound (null: all), in order. */
    public Cursor<LeadWindow> leads(@Nullable Instant from) {
        return new LeadWindows(standings.ascending(from, end()), asOf);
    }

    /** Frontier records set at or after a bound (null: all), in order. */
    public Cursor<FrontierRecord> records(@Nullable Instant from) {
        return new FrontierRecords(
                standings.ascending(from, end()), standings.ascending(from, end()), direction(), asOf);
    }

    /**
     * Calendar windows that overlap the bounds, whole, in order, up to the one that contains asOf.
     *
     * @param from inclusive; null: from the first result
     * @param to exclusive; null: no bound but asOf
     */
    public Cursor<CompetitiveWindow> windows(WindowSize size, @Nullable Instant from, @Nullable Instant to) {
        Instant until = to != null && to.isBefore(end()) ? to : end();
        Instant start = Optional.ofNullable(from)
                .or(() -> standings.first().map(Map.Entry::getKey).filter(first -> first.isBefore(until)))
                .map(size::startOf)
                .orElse(until);
        return new CompetitiveWindows(size, start, until, this::window);
    }

    /** The results in force, in order. */
    public Cursor<Map.Entry<Place, Result>> results() {
        return results.ascending(null, Place.endOf(asOf));
    }

    /** How many results are left out because it is unknown for whom they count. */
    public long unknownResults() {
        long unknown = 0;
        try (Cursor<Map.Entry<Place, Result>> inForce = results.ascending(null, Place.endOf(asOf))) {
            while (inForce.hasNext()) {
                unknown += contestants.of(inForce.next().getValue()).isEmpty() ? 1 : 0;
            }
        }
        return unknown;
    }

    private BenchmarkFigures figures(Standing standing, Result last) {
        Entry leader = standing.leader();
        Stream<String> eventIds = Stream.of(
                        Optional.of(leader.eventId()),
                        standing.bestExcept(leader.contestant()).map(Entry::eventId),
                        Optional.of(standing.lead().eventId()))
                .flatMap(Optional::stream);
        return new BenchmarkFigures(
                last.benchmark(),
                last.higherIsBetter(),
                leader.contestant(),
                leader.modelId(),
                leader.score(),
                standing.margin().orElse(null),
                standing.marginPercent().orElse(null),
                Days.between(standing.lead().openedAt(), asOf),
                standing.vorsprungDays().orElse(null),
                new Contenders(bests).count(asOf, leader.score()),
                last.place().occurredAt(),
                eventIds.distinct().toList());
    }

    private RaceGrounds grounds(Standing standing, Result last) {
        List<MatchedLead> leaps =
                standing.lastLeaps().stream().map(this::matched).toList();
        List<Entry> contenders =
                new Contenders(bests).near(asOf, standing.leader().score());
        try (Cursor<LeadWindow> lead = leads(standing.lead().openedAt())) {
            return new RaceGrounds(
                    figures(standing, last),
                    lead.next(),
                    leaps,
                    RaceEvidence.of(standing, last.place().eventId(), leaps, contenders));
        }
    }

    private MatchedLead matched(Leap leap) {
        Entry record = standings.get(leap.from()).orElseThrow().leader();
        return MatchedLead.of(record, standings.get(leap.to()).orElseThrow().matching(leap));
    }

    private CompetitiveWindow window(Instant from, Instant to) {
        return new WindowMeasure(standings, direction(), from).measure(from, to, asOf, new Contenders(bests));
    }

    private Optional<Result> lastResult() {
        return results.lower(Place.endOf(asOf)).map(Map.Entry::getValue);
    }

    private Direction direction() {
        return lastResult().map(result -> Direction.of(result.higherIsBetter())).orElse(Direction.HIGHER_IS_BETTER);
    }

    private Instant end() {
        return asOf.plusMillis(1);
    }
}
