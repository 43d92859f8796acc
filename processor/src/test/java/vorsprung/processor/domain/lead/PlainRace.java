package vorsprung.processor.domain.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Result;
import vorsprung.processor.domain.lead.FrontierRecord.CatchUp;

/** The definitions of the design, section 3, written down one by one, without a thought for speed. */
final class PlainRace {
    private final List<Result> inForce;
    private final List<Entry> entries;
    private final Instant asOf;
    private final int sign;

    PlainRace(Collection<Result> results, Contestants contestants, Instant asOf) {
        this.asOf = asOf;
        this.inForce = results.stream()
                .filter(result -> !result.place().occurredAt().isAfter(asOf))
                .sorted(Comparator.comparing(Result::place))
                .toList();
        this.entries = inForce.stream()
                .map(contestants::entry)
                .flatMap(Optional::stream)
                .toList();
        this.sign = inForce.isEmpty() || inForce.get(inForce.size() - 1).higherIsBetter() ? 1 : -1;
    }

    /** A caught record: whose, set when, matched by what. */
    record Catching(
            String contestant, Entry record, @Nullable Entry by) {
        Instant t0() {
            return record.occurredAt();
        }

        Instant t1() {
            return by == null ? Instant.MAX : by.occurredAt();
        }

        long lagMs() {
            return Duration.between(t0(), t1()).toMillis();
        }
    }

    List<Instant> instants() {
        return entries.stream().map(Entry::occurredAt).distinct().sorted().toList();
    }

    List<String> contestants() {
        return entries.stream().map(Entry::contestant).distinct().sorted().toList();
    }

    /** Scores turned so that greater is better. */
    private double worth(Entry entry) {
        return sign * entry.score();
    }

    Optional<Double> best(String contestant, Instant t) {
        return upTo(t).filter(entry -> entry.contestant().equals(contestant))
                .map(this::worth)
                .max(Double::compare);
    }

    Optional<Double> frontier(Instant t) {
        return upTo(t).map(this::worth).max(Double::compare);
    }

    Optional<String> leader(Instant t) {
        Optional<String> justBefore = instants().stream()
                .filter(instant -> instant.isBefore(t))
                .reduce((one, other) -> other)
                .flatMap(this::leader);
        return leader(t, justBefore);
    }

    private Optional<String> leader(Instant t, Optional<String> justBefore) {
        Optional<Double> frontier = frontier(t);
        if (frontier.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> reached =
                upTo(t).filter(entry -> worth(entry) == frontier.get()).toList();
        Instant first =
                reached.stream().map(Entry::occurredAt).min(Instant::compareTo).orElseThrow();
        List<String> several = reached.stream()
                .filter(entry -> entry.occurredAt().equals(first))
                .map(Entry::contestant)
                .sorted()
                .toList();
        return justBefore.filter(several::contains).or(() -> Optional.of(several.get(0)));
    }

    Optional<Double> otherBest(Instant t) {
        String leader = leader(t).orElse("");
        return upTo(t).filter(entry -> !entry.contestant().equals(leader))
                .map(this::worth)
                .max(Double::compare);
    }

    Optional<Double> margin(Instant t) {
        return otherBest(t).map(other -> frontier(t).orElseThrow() - other);
    }

    List<LeadWindow> leads() {
        List<LeadWindow> windows = new ArrayList<>();
        List<Instant> instants = instants();
        for (int i = 0; i < instants.size(); ) {
            int end = i + 1;
            while (end < instants.size() && leader(instants.get(end)).equals(leader(instants.get(i)))) {
                end++;
            }
            windows.add(lead(instants.subList(i, end), end < instants.size() ? instants.get(end) : null));
            i = end;
        }
        return windows;
    }

    private LeadWindow lead(List<Instant> during, @Nullable Instant closedAt) {
        Instant openedAt = during.get(0);
        Instant last = during.get(during.size() - 1);
        String leader = leader(openedAt).orElseThrow();
        Entry opening = holder(leader, openedAt);
        Entry closing = holder(leader, last);
        Optional<String> successor = Optional.ofNullable(closedAt).flatMap(this::leader);
        Optional<Double> maxMargin =
                during.stream().map(this::margin).flatMap(Optional::stream).max(Double::compare);
        Optional<String> ending = Optional.ofNullable(closedAt)
                .map(end -> holder(leader(end).orElseThrow(), end).eventId());
        return new LeadWindow(
                leader,
                opening.modelId(),
                openedAt,
                closedAt,
                days(openedAt, closedAt == null ? asOf : closedAt),
                opening.score(),
                closing.score(),
                maxMargin.orElse(null),
                successor.orElse(null),
                Stream.concat(Stream.of(opening.eventId(), closing.eventId()), ending.stream())
                        .distinct()
                        .toList());
    }

    /** The leader's result with the best score by t: the first with it, of several then that of the smallest modelId. */
    private Entry holder(String leader, Instant t) {
        return upTo(t).filter(entry -> entry.contestant().equals(leader))
                .filter(entry -> worth(entry) == frontier(t).orElseThrow())
                .min(Comparator.comparing(Entry::occurredAt)
                        .thenComparing(Entry::modelId)
                        .thenComparing(Entry::companyId)
                        .thenComparing(Entry::eventId))
                .orElseThrow();
    }

    List<FrontierRecord> records() {
        return catchings().stream().map(this::record).toList();
    }

    private FrontierRecord record(Catching catching) {
        Entry record = catching.record();
        Entry by = catching.by();
        return new FrontierRecord(
                record.companyId(),
                record.modelId(),
                record.score(),
                record.occurredAt(),
                days(record.occurredAt(), by == null ? asOf : by.occurredAt()),
                by == null ? null : new CatchUp(by.companyId(), by.modelId(), by.score(), by.occurredAt()),
                by == null ? List.of(record.eventId()) : List.of(record.eventId(), by.eventId()));
    }

    List<Catching> catchings() {
        List<Catching> catchings = new ArrayList<>();
        Optional<Double> before = Optional.empty();
        for (Instant t : instants()) {
            Optional<Double> frontier = frontier(t);
            if (before.isEmpty() || frontier.orElseThrow() > before.get()) {
                String leader = leader(t).orElseThrow();
                Entry record = holder(leader, t);
                catchings.add(new Catching(leader, record, catcher(leader, record)));
            }
            before = frontier;
        }
        return catchings;
    }

    private @Nullable Entry catcher(String leader, Entry record) {
        return entries.stream()
                .filter(entry -> !entry.occurredAt().isBefore(record.occurredAt()))
                .filter(entry -> !entry.contestant().equals(leader))
                .filter(entry -> worth(entry) >= worth(record))
                .min(Comparator.comparing(Entry::occurredAt)
                        .thenComparing(this::worth, Comparator.reverseOrder())
                        .thenComparing(Entry::companyId)
                        .thenComparing(Entry::modelId)
                        .thenComparing(Entry::eventId))
                .orElse(null);
    }

    Optional<Double> vorsprung() {
        record Key(String contestant, Instant t1) {}
        Map<Key, Catching> longest = new HashMap<>();
        catchings().stream()
                .filter(catching -> catching.by() != null)
                .forEach(catching -> longest.merge(
                        new Key(catching.contestant(), catching.t1()),
                        catching,
                        (one, other) -> one.lagMs() >= other.lagMs() ? one : other));
        List<Catching> leaps = longest.values().stream()
                .sorted(Comparator.comparing(Catching::t1).thenComparing(Catching::t0))
                .toList();
        return medianDays(leaps.subList(Math.max(0, leaps.size() - 5), leaps.size()).stream()
                .map(Catching::lagMs)
                .toList());
    }

    int contenders(Instant t) {
        double frontier = frontier(t).orElseThrow();
        return (int) contestants().stream()
                .map(contestant -> best(contestant, t))
                .flatMap(Optional::stream)
                .filter(best -> frontier - best <= 0.02 * Math.abs(frontier) + 1e-12)
                .count();
    }

    Optional<BenchmarkFigures> figures() {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        String leader = leader(asOf).orElseThrow();
        Result last = inForce.get(inForce.size() - 1);
        List<LeadWindow> leads = leads();
        return Optional.of(new BenchmarkFigures(
                last.benchmark(),
                last.higherIsBetter(),
                leader,
                holder(leader, asOf).modelId(),
                holder(leader, asOf).score(),
                margin(asOf).orElse(null),
                otherBest(asOf)
                        .filter(other -> other != 0)
                        .map(other -> margin(asOf).orElseThrow() / Math.abs(other) * 100)
                        .orElse(null),
                leads.get(leads.size() - 1).days(),
                vorsprung().orElse(null),
                contenders(asOf),
                last.place().occurredAt(),
                List.of()));
    }

    /** The score that is worth so much. */
    double turned(double worth) {
        return sign * worth + 0.0;
    }

    private Stream<Entry> upTo(Instant t) {
        return entries.stream().filter(entry -> !entry.occurredAt().isAfter(t));
    }

    private static double days(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toMillis() / 8_640_000.0) / 10.0;
    }

    static Optional<Double> medianDays(List<Long> lagsMs) {
        List<Long> sorted = lagsMs.stream().sorted().toList();
        int n = sorted.size();
        return n == 0
                ? Optional.empty()
                : Optional.of(Math.round((sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0 / 8_640_000.0) / 10.0);
    }
}
