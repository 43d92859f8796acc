package vorsprung.ingest.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.intake.Outcome;
import vorsprung.ingest.intake.Rejected;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;

/**
 * Imports files of JSON Lines, each line with its {@code type}. Good lines are published, many at a time; bad ones are
 * told by file, line and reason. Importing a file again writes the same reports, which count once. Memory is bounded,
 * whatever the length of the files.
 */
public final class Importer {
    private final Intake intake;
    private final Publisher publisher;
    private final InstantSource clock;

    /** Whether good lines are published when others are bad. */
    public enum Mode {
        /** The good ones are published. */
        LENIENT,
        /** All files are checked first; with one bad line none is published. */
        STRICT,
        /** All files are checked and nothing is published. */
        CHECK
    }

    public Importer(Intake intake, Publisher publisher, InstantSource clock) {
        this.intake = intake;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Imports the files in their order and waits until Kafka has acknowledged all of it.
     *
     * @throws IOException when a file cannot be read
     * @throws KafkaUnavailableException when Kafka is away; what was acknowledged before is there, and importing again
     *     publishes the rest
     */
    public ImportResult run(List<ImportFile> files, Mode mode, ImportListener listener) throws IOException {
        if (mode == Mode.LENIENT) {
            return pass(files, Optional.of(publisher), listener);
        }
        ImportResult checked = pass(files, Optional.empty(), listener);
        boolean stop = mode == Mode.CHECK || checked.failed() > 0;
        return stop ? checked : pass(files, Optional.of(publisher), listener);
    }

    private ImportResult pass(List<ImportFile> files, Optional<Publisher> to, ImportListener listener)
            throws IOException {
        ImportPass pass = new ImportPass(to, listener);
        for (ImportFile file : files) {
            try (JsonLinesReader lines = new JsonLinesReader(file)) {
                pass.begin(file);
                read(file, lines, pass);
            }
        }
        return pass.finish();
    }

    private void read(ImportFile file, JsonLinesReader lines, ImportPass pass) throws IOException {
        Optional<JsonLinesReader.Line> next = lines.next();
        while (next.isPresent()) {
            JsonLinesReader.Line line = next.get();
            line.error().ifPresent(pass::reject);
            line.json().ifPresent(json -> accept(file, line.number(), json, pass));
            pass.progress(lines.position());
            next = lines.next();
        }
    }

    private void accept(ImportFile file, long number, JsonNode json, ImportPass pass) {
        Instant now = clock.instant();
        Outcome outcome = intake.accept(withRecordedAt(json, file, now), now);
        if (outcome instanceof Accepted accepted) {
            pass.publish(number, new Report(accepted.type(), accepted.event()), accepted.warnings());
        } else if (outcome instanceof Rejected rejected) {
            pass.reject(new LineError(file.name(), number, rejected.errors()));
        }
    }

    /** The time of the file in place of now, which would make each import another report. */
    private static JsonNode withRecordedAt(JsonNode json, ImportFile file, Instant now) {
        if (json instanceof ObjectNode object && !object.hasNonNull("recordedAt")) {
            Instant known = file.modifiedAt().isBefore(now) ? file.modifiedAt() : now;
            object.put("recordedAt", known.toString());
        }
        return json;
    }
}
