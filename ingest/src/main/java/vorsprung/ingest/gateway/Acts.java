package vorsprung.ingest.gateway;

import java.util.Collection;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.PublicationAction;
import vorsprung.topic.CommonField;

/** What a report does to its fact. */
final class Acts {
    private Acts() {}

    static PublicationAction of(Report report) {
        if (Boolean.TRUE.equals(report.field(CommonField.RETRACTED))) {
            return PublicationAction.RETRACTED;
        }
        return report.field(CommonField.CLEARS) instanceof Collection<?> cleared && !cleared.isEmpty()
                ? PublicationAction.CORRECTED
                : PublicationAction.PUBLISHED;
    }
}
