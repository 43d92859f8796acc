package vorsprung.ingest.publish.journal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.Reporter;
import vorsprung.topic.Topics;

/** The record of {@code market.reporters} that goes with a report. Fact and source are its key, so none is overwritten. */
public final class ReporterRecords {
    private ReporterRecords() {}

    /** That the report's source has reported its fact. */
    public static Companion of(Report report, Instant at) {
        Optional<String> source = report.source();
        Reporter reporter =
                new Reporter(report.type().label(), report.key(), report.eventId(), source.orElse(null), at);
        return new Companion(Topics.REPORTERS, key(report, source), reporter);
    }

    private static String key(Report report, Optional<String> source) {
        return String.join(
                "/",
                report.type().label(),
                report.key(),
                encoded(report.eventId()),
                source.map(ReporterRecords::encoded).orElse(Reporters.WITHOUT_SOURCE));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
