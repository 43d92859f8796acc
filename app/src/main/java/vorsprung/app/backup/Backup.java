package vorsprung.app.backup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.ingest.intake.EventJson;
import vorsprung.processor.report.Report;
import vorsprung.topic.CommonField;
import vorsprung.topic.EventType;

/**
 * Writes every report in the publish format, one a line, with the eventId and recordedAt that count. Imported exactly
 * into an empty system, they give the same answers.
 */
public final class Backup {
    private final EventTopics topics;
    private final Writer out;
    private long reports;

    public Backup(EventTopics topics, Writer out) {
        this.topics = topics;
        this.out = out;
    }

    /**
     * Writes all reports and returns how many.
     *
     * @throws IOException when they cannot be written
     */
    public long write() throws IOException {
        try {
            for (EventType type : EventType.values()) {
                topics.read(type, this::write);
            }
            out.flush();
            return reports;
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void write(Report report) {
        ObjectNode json = json(report);
        try {
            out.write(json.toString());
            out.write('\n');
            reports++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A foreign producer's report may lack what folding goes by; what counts in its place is written. The record was
     * read for this alone, so it is completed in place.
     */
    private static ObjectNode json(Report report) {
        EventType type = report.key().type();
        SpecificRecord event = report.event();
        CommonField.EVENT_ID.set(type, event, report.key().eventId());
        CommonField.RECORDED_AT.set(type, event, report.key().recordedAt());
        return EventJson.of(type, event);
    }
}
