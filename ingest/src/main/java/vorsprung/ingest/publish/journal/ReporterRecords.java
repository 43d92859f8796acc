package vorsprung.ingest.publish.journal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.ReportedFact;
import vorsprung.publication.Reporter;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;

/**
 * The records of {@code market.reporters} that go with reports: one for all facts of a source, since a record each costs
 * Kafka as much as the events themselves. Facts and source are its key, so none is overwritten by another.
 */
public final class ReporterRecords {
    /** So that none is larger than a topic takes, however long ids are. */
    private static final int MOST_FACTS = 500;

    private ReporterRecords() {}

    private record Origin(EventType type, Optional<String> source) {}

    private record Fact(String key, String eventId) {}

    /** That the report's source has reported its fact. */
    public static Companion of(Report report, Instant at) {
        return record(origin(report), List.of(fact(report)), at);
    }

    /** The same of several reports, each fact once. */
    public static List<Companion> of(List<Report> reports, Instant at) {
        Map<Origin, Set<Fact>> facts = new LinkedHashMap<>();
        for (Report report : reports) {
            facts.computeIfAbsent(origin(report), absent -> new LinkedHashSet<>())
                    .add(fact(report));
        }
        List<Companion> records = new ArrayList<>();
        facts.forEach((origin, reported) -> {
            List<Fact> all = List.copyOf(reported);
            for (int from = 0; from < all.size(); from += MOST_FACTS) {
                records.add(record(origin, all.subList(from, Math.min(all.size(), from + MOST_FACTS)), at));
            }
        });
        return records;
    }

    private static Origin origin(Report report) {
        return new Origin(report.type(), report.source());
    }

    private static Fact fact(Report report) {
        return new Fact(report.key(), report.eventId());
    }

    private static Companion record(Origin origin, List<Fact> facts, Instant at) {
        Fact first = facts.get(0);
        List<ReportedFact> more = facts.stream()
                .skip(1)
                .map(fact -> new ReportedFact(fact.key(), fact.eventId()))
                .toList();
        Reporter reporter = new Reporter(
                origin.type().label(),
                first.key(),
                first.eventId(),
                origin.source().orElse(null),
                at,
                more.isEmpty() ? null : more);
        return new Companion(Topics.REPORTERS, key(origin, facts), reporter);
    }

    private static String key(Origin origin, List<Fact> facts) {
        String named = facts.size() == 1
                ? facts.get(0).key() + "/" + encoded(facts.get(0).eventId())
                : Fingerprint.of(facts.stream()
                                .flatMap(fact -> Stream.of(fact.key(), fact.eventId()))
                                .toArray(String[]::new))
                        .text();
        String source = origin.source().map(ReporterRecords::encoded).orElse(Reporters.WITHOUT_SOURCE);
        return origin.type().label() + "/" + named + "/" + source;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
