package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Round;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Node;
import vorsprung.processor.domain.timeline.SummaryTree;
import vorsprung.processor.domain.timeline.Timeline;

/**
 * The rounds of one company, kept so that any sum as of any valid time is a walk down a tree. A round that comes,
 * changes or goes touches its own group of tranches and one path of the tree.
 */
public final class RoundBook {
    private final Timeline<GroupMember, Round> groups;
    private final SummaryTree<Place, RoundSummary> sums;
    private final Timeline<Place, EarlyTranche> early;
    private final Timeline<Place, Round> talks;

    /**
     * The book kept in these timelines.
     *
     * @param groups every round, those of one group together
     * @param sums nodes of the tree of {@link RoundSummary}
     * @param early tranches dated before their round
     * @param talks the RUMORED rounds
     */
    public RoundBook(
            Timeline<GroupMember, Round> groups,
            Timeline<Node<Place>, RoundSummary> sums,
            Timeline<Place, EarlyTranche> early,
            Timeline<Place, Round> talks) {
        this.groups = groups;
        this.sums = new SummaryTree<>(sums, Place.FIRST, RoundSummary.NOTHING, Place::hash);
        this.early = early;
        this.talks = talks;
    }

    /**
     * Takes a round as it now is for what it was; empty means that it is not in force.
     *
     * @return the valid times at which the sums changed
     */
    public NavigableSet<Instant> change(Optional<Round> before, Optional<Round> after) {
        before.ifPresent(round -> talks.remove(round.place()));
        after.filter(RoundBook::isRumored).ifPresent(round -> talks.put(round.place(), round));
        Set<String> touched = new LinkedHashSet<>();
        before.map(Round::groupId).ifPresent(touched::add);
        after.map(Round::groupId).ifPresent(touched::add);
        List<RoundGroup> was = touched.stream().map(this::group).toList();
        before.ifPresent(round -> groups.remove(memberKey(round)));
        after.ifPresent(round -> groups.put(memberKey(round), round));
        List<RoundGroup> is = touched.stream().map(this::group).toList();
        NavigableSet<Instant> changed = new TreeSet<>();
        replace(was, is, RoundGroup::elements, noting(changed, sums::put), noting(changed, sums::remove));
        replace(was, is, RoundGroup::early, noting(changed, early::put), noting(changed, early::remove));
        return changed;
    }

    /** The valid times, from one to another, both inclusive, at which a round with a valuation occurred. */
    public NavigableSet<Instant> valuedInstants(Instant from, Instant to) {
        NavigableSet<Instant> instants = new TreeSet<>();
        Place first = Place.startOf(from);
        Place end = Place.endOf(to);
        try (Cursor<Entry<Node<Place>, RoundSummary>> elements = sums.elements(first, end)) {
            elements.forEachRemaining(
                    element -> addValued(instants, element.getKey().start(), element.getValue()));
        }
        try (Cursor<Entry<Place, EarlyTranche>> tranches = early.ascending(first, end)) {
            tranches.forEachRemaining(tranche ->
                    addValued(instants, tranche.getKey(), tranche.getValue().own()));
        }
        return instants;
    }

    /**
     * The valid time up to which a valuation can be the one before another: that of the next valued round. An early
     * tranche is no such, since it gives way to its round, and then what was before it counts again.
     */
    public Optional<Instant> previousUntil(Instant valued) {
        Place from = Place.endOf(valued);
        try (Cursor<Entry<Node<Place>, RoundSummary>> elements = sums.elements(from, Place.LAST)) {
            while (elements.hasNext()) {
                Mark next = elements.next().getValue().last();
                if (next != null) {
                    return Optional.of(next.place().occurredAt());
                }
            }
        }
        return early.last().map(tranche -> tranche.getKey().occurredAt());
    }

    private static void addValued(NavigableSet<Instant> instants, Place place, RoundSummary summary) {
        if (summary.last() != null) {
            instants.add(place.occurredAt());
        }
    }

    private static <V> BiConsumer<Place, V> noting(NavigableSet<Instant> changed, BiConsumer<Place, V> put) {
        return put.andThen((place, value) -> changed.add(place.occurredAt()));
    }

    private static Consumer<Place> noting(NavigableSet<Instant> changed, Consumer<Place> remove) {
        return remove.andThen(place -> changed.add(place.occurredAt()));
    }

    /** What the rounds in force as of this valid time amount to. */
    public RoundSummary asOf(Instant asOf) {
        return sum(Place.FIRST, Place.endOf(asOf), asOf);
    }

    /** What the rounds in force as of {@code asOf} that occurred at or after {@code from} amount to. */
    public RoundSummary between(Instant from, Instant asOf) {
        return sum(Place.startOf(from), Place.endOf(asOf), asOf);
    }

    /** What the rounds in force as of {@code asOf} that are before this place amount to. */
    RoundSummary before(Place to, Instant asOf) {
        return sum(Place.FIRST, to, asOf);
    }

    /** Every place from {@code from} on that adds to the sums as of this valid time, with what it adds, in order. */
    Cursor<Entry<Place, RoundSummary>> elements(Place from, Instant asOf) {
        Place to = Place.endOf(asOf);
        return new StandingRounds(sums.elements(from, to), earlyOnTheirOwn(from, to, asOf));
    }

    /** The last RUMORED round as of this valid time. */
    public Optional<Round> lastTalks(Instant asOf) {
        return talks.lower(Place.endOf(asOf)).map(Entry::getValue);
    }

    private RoundSummary sum(Place from, Place to, Instant asOf) {
        RoundSummary sum = sums.between(from, to);
        for (RoundSummary own : earlyOnTheirOwn(from, to, asOf).values()) {
            sum = sum.with(own);
        }
        return sum;
    }

    private NavigableMap<Place, RoundSummary> earlyOnTheirOwn(Place from, Place to, Instant asOf) {
        NavigableMap<Place, RoundSummary> own = new TreeMap<>();
        try (Cursor<Entry<Place, EarlyTranche>> tranches = early.ascending(from, to)) {
            while (tranches.hasNext()) {
                Entry<Place, EarlyTranche> tranche = tranches.next();
                if (tranche.getValue().until().isAfter(asOf)) {
                    own.put(tranche.getKey(), tranche.getValue().own());
                }
            }
        }
        return own;
    }

    private RoundGroup group(String groupId) {
        List<Round> members = new ArrayList<>();
        GroupMember from = new GroupMember(groupId, "");
        GroupMember to = new GroupMember(groupId + '\0', "");
        try (Cursor<Entry<GroupMember, Round>> rounds = groups.ascending(from, to)) {
            while (rounds.hasNext()) {
                members.add(rounds.next().getValue());
            }
        }
        return new RoundGroup(members);
    }

    private static <V> void replace(
            List<RoundGroup> was,
            List<RoundGroup> is,
            Function<RoundGroup, NavigableMap<Place, V>> part,
            BiConsumer<Place, V> put,
            Consumer<Place> remove) {
        Map<Place, V> old = new TreeMap<>();
        Map<Place, V> now = new TreeMap<>();
        was.forEach(group -> old.putAll(part.apply(group)));
        is.forEach(group -> now.putAll(part.apply(group)));
        old.keySet().stream().filter(place -> !now.containsKey(place)).forEach(remove);
        now.forEach((place, value) -> {
            if (!value.equals(old.get(place))) {
                put.accept(place, value);
            }
        });
    }

    private static boolean isRumored(Round round) {
        return round.status() == Round.Status.RUMORED;
    }

    private static GroupMember memberKey(Round round) {
        return new GroupMember(round.groupId(), round.place().eventId());
    }
}
