package vorsprung.ingest.publish.journal;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.Reporter;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;

/**
 * The records of {@code market.reporters} that go with reports: one for all facts of a source, since a record each costs
 * Kafka as much as the events themselves. Facts and source are its key, so none is overwritten by another.
 */
public final class ReporterRecords {
    private ReporterRecords() {}

    /** A report and the fingerprint of its fact. */
    record Fact(Report report, Fingerprint fingerprint) {
        static Fact of(Report report) {
            return new Fact(report, Fingerprint.of(report));
        }
    }

    private record Origin(EventType type, Optional<String> source) {}

    /** That the report's source has reported its fact. */
    public static Companion of(Report report, Instant at) {
        return record(origin(report), List.of(Fact.of(report)), at);
    }

    /** The same of several facts. */
    static List<Companion> of(List<Fact> facts, Instant at) {
        Map<Origin, List<Fact>> byOrigin = new LinkedHashMap<>();
        for (Fact fact : facts) {
            byOrigin.computeIfAbsent(origin(fact.report()), absent -> new ArrayList<>())
                    .add(fact);
        }
        return byOrigin.entrySet().stream()
                .map(reported -> record(reported.getKey(), reported.getValue(), at))
                .toList();
    }

    private static Origin origin(Report report) {
        return new Origin(report.type(), report.source());
    }

    private static Companion record(Origin origin, List<Fact> facts, Instant at) {
        Report first = facts.get(0).report();
        ByteBuffer more = fingerprints(facts.subList(1, facts.size()));
        Reporter reporter = new Reporter(
                origin.type().label(),
                first.key(),
                first.eventId(),
                origin.source().orElse(null),
                at,
                more.hasRemaining() ? more : null);
        return new Companion(Topics.REPORTERS, key(origin, facts), reporter);
    }

    private static String key(Origin origin, List<Fact> facts) {
        Report first = facts.get(0).report();
        String named = facts.size() == 1
                ? first.key() + "/" + encoded(first.eventId())
                : Fingerprint.of(fingerprints(facts)).text();
        String source = origin.source().map(ReporterRecords::encoded).orElse(Reporters.WITHOUT_SOURCE);
        return origin.type().label() + "/" + named + "/" + source;
    }

    private static ByteBuffer fingerprints(List<Fact> facts) {
        ByteBuffer bytes = ByteBuffer.allocate(Fingerprint.BYTES * facts.size());
        facts.forEach(fact -> fact.fingerprint().write(bytes));
        return bytes.flip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
