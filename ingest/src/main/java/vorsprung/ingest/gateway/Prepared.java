package vorsprung.ingest.gateway;

import java.util.List;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Report;

/**
 * Checked events that the caller may publish.
 *
 * @param beside what is written with them
 */
record Prepared(List<Accepted> events, List<Companion> beside) {
    Prepared {
        events = List.copyOf(events);
        beside = List.copyOf(beside);
    }

    List<Report> reports() {
        return events.stream()
                .map(event -> new Report(event.type(), event.event()))
                .toList();
    }

    List<List<String>> warnings() {
        return events.stream().map(Accepted::warnings).toList();
    }
}
