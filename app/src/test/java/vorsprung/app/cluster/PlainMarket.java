package vorsprung.app.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the answers must be: a plain recomputation from the reports, without order, stores or haste. Every report names
 * all fields of its fact, so the last one recorded is the fact; of several recorded at one instant, the one that was
 * published last, where a report that was there before counts where it was first.
 */
final class PlainMarket {

    private final Map<String, List<FaultReport>> reportsByFact = new HashMap<>();

    /** A report that the brokers have acknowledged, in the order of the partition. */
    void add(FaultReport report) {
        List<FaultReport> reports = reportsByFact.computeIfAbsent(report.eventId(), none -> new ArrayList<>());
        if (!reports.contains(report)) {
            reports.add(report);
        }
    }

    /** A line for each company, model and benchmark, with the figures that are compared. */
    Set<String> figures() {
        List<FaultReport> facts = facts();
        Set<String> lines = new TreeSet<>();
        byKey(facts, FaultReport.Kind.ROUND).forEach((company, rounds) -> lines.add(company(company, rounds)));
        byKey(facts, FaultReport.Kind.PRICE).forEach((model, prices) -> lines.add(model(model, prices)));
        byKey(facts, FaultReport.Kind.SCORE).forEach((benchmark, scores) -> lines.add(benchmark(benchmark, scores)));
        return lines;
    }

    /** Form of a company's line. */
    static String company(String id, long rounds, long raisedUsd, long valuationUsd) {
        return "company " + id + ": " + rounds + " rounds, " + raisedUsd + " raised, valued at " + valuationUsd;
    }

    /** Form of a model's line. */
    static String model(String id, double inputUsd) {
        return "model " + id + ": " + inputUsd + " for input";
    }

    /** Form of a benchmark's line. */
    static String benchmark(String id, String leader, double frontier) {
        return "benchmark " + id + ": " + leader + " leads with " + frontier;
    }

    private List<FaultReport> facts() {
        return reportsByFact.values().stream()
                .map(PlainMarket::last)
                .filter(last -> !last.retracted())
                .sorted(Comparator.comparing(FaultReport::occurredAt))
                .toList();
    }

    private static FaultReport last(List<FaultReport> reports) {
        FaultReport last = reports.get(0);
        for (FaultReport report : reports) {
            last = report.recordedAt().isBefore(last.recordedAt()) ? last : report;
        }
        return last;
    }

    private static Map<String, List<FaultReport>> byKey(List<FaultReport> facts, FaultReport.Kind kind) {
        Function<FaultReport, String> key = FaultReport::key;
        return facts.stream().filter(fact -> fact.kind() == kind).collect(Collectors.groupingBy(key));
    }

    private static String company(String id, List<FaultReport> rounds) {
        long raised = rounds.stream().mapToLong(FaultReport::value).sum();
        return company(
                id, rounds.size(), raised, 10 * rounds.get(rounds.size() - 1).value());
    }

    private static String model(String id, List<FaultReport> prices) {
        return model(id, (double) prices.get(prices.size() - 1).value());
    }

    private static String benchmark(String id, List<FaultReport> scores) {
        FaultReport first = scores.get(0);
        for (FaultReport score : scores) {
            first = score.value() > first.value() ? score : first;
        }
        return benchmark(id, first.company(), (double) first.value());
    }
}
