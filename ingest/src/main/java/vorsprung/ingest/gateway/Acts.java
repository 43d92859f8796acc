package vorsprung.ingest.gateway;

import java.util.Collection;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.PublicationAction;

/** What a report does to its fact. */
final class Acts {
    private Acts() {}

    static PublicationAction of(Report report) {
        if (Boolean.TRUE.equals(report.field("retracted"))) {
            return PublicationAction.RETRACTED;
        }
        return report.field("clears") instanceof Collection<?> cleared && !cleared.isEmpty()
                ? PublicationAction.CORRECTED
                : PublicationAction.PUBLISHED;
    }
}
