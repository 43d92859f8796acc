package vorsprung.ingest.gateway;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Report;
import vorsprung.ingest.publish.journal.Reporters;
import vorsprung.publication.Publication;
import vorsprung.publication.PublishedEvent;
import vorsprung.topic.Topics;

/** What is written down about a request in the transaction of its events: who did what, and who has reported which fact. */
final class Books {
    private final Reporters reporters;

    Books(Reporters reporters) {
        this.reporters = reporters;
    }

    List<Companion> of(Request request, List<Report> reports, Instant at) {
        return Stream.concat(Stream.of(publication(request, reports, at)), reporters.unknown(reports, at).stream())
                .toList();
    }

    private static Companion publication(Request request, List<Report> reports, Instant at) {
        Publication publication = Publication.newBuilder()
                .setCaller(request.caller().name())
                .setRemoteAddress(request.remoteAddress())
                .setIdempotencyKey(request.key().orElse(null))
                .setAt(at)
                .setType(request.type().label())
                .setEvents(reports.stream().map(Books::event).toList())
                .build();
        return new Companion(Topics.PUBLICATIONS, request.caller().name(), publication);
    }

    private static PublishedEvent event(Report report) {
        // The builders of Avro check and copy each field, which an event's worth of books cannot afford.
        return new PublishedEvent(
                report.key(), report.eventId(), report.source().orElse(null), Acts.of(report));
    }
}
