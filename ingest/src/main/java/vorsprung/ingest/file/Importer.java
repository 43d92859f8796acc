package vorsprung.ingest.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.intake.Outcome;
import vorsprung.ingest.intake.Rejected;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.table.Entry;
import vorsprung.ingest.table.EntryReader;

/**
 * Imports files: JSON Lines, each line with its {@code type}, and tables. Good entries are published, many at a time;
 * bad ones are told by file, line and reason; what makes no event is counted by reason. Importing a file again writes
 * the same reports, which count once. Memory is bounded, whatever the length of the files.
 */
public final class Importer {
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

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
        return run(files, ImportPlan.of(mode), listener);
    }

    /** The same by a plan. */
    public ImportResult run(List<ImportFile> files, ImportPlan plan, ImportListener listener) throws IOException {
        if (plan.mode() == Mode.LENIENT) {
            return publish(files, plan, listener);
        }
        ImportPass check = new ImportPass(Optional.empty(), listener);
        for (ImportFile file : files) {
            pass(file, plan, 0, check, () -> {});
        }
        ImportResult checked = check.finish();
        boolean stop = plan.mode() == Mode.CHECK || checked.failed() > 0;
        return stop ? checked : publish(files, plan, listener);
    }

    private ImportResult publish(List<ImportFile> files, ImportPlan plan, ImportListener listener) throws IOException {
        ImportPass pass = new ImportPass(Optional.of(publisher), listener);
        if (plan.checkpoint().isEmpty()) {
            for (ImportFile file : files) {
                pass(file, plan, 0, pass, () -> {});
            }
            return pass.finish();
        }
        return resume(files, plan, plan.checkpoint().get(), pass);
    }

    private ImportResult resume(List<ImportFile> files, ImportPlan plan, Checkpoint checkpoint, ImportPass pass)
            throws IOException {
        Map<String, Long> done = checkpoint.load(files);
        Saving saving = new Saving(checkpoint, files, pass, done);
        try {
            for (ImportFile file : files) {
                pass(file, plan, done.getOrDefault(file.name(), 0L), pass, saving::whenDue);
            }
            return pass.finish();
        } finally {
            pass.settle();
            saving.now();
        }
    }

    /** Called after each entry. */
    @FunctionalInterface
    private interface AfterEntry {
        void run() throws IOException;
    }

    /** Notes how far an import is, now and then. */
    private final class Saving {
        private final Checkpoint checkpoint;
        private final List<ImportFile> files;
        private final ImportPass pass;
        private final Map<String, Long> before;
        private Instant next = clock.instant().plus(BETWEEN_CHECKPOINTS);

        Saving(Checkpoint checkpoint, List<ImportFile> files, ImportPass pass, Map<String, Long> before) {
            this.checkpoint = checkpoint;
            this.files = files;
            this.pass = pass;
            this.before = before;
        }

        void whenDue() throws IOException {
            if (!clock.instant().isBefore(next)) {
                now();
                next = clock.instant().plus(BETWEEN_CHECKPOINTS);
            }
        }

        void now() throws IOException {
            before.putAll(pass.done());
            checkpoint.save(files, before);
        }
    }

    private void pass(ImportFile file, ImportPlan plan, long done, ImportPass pass, AfterEntry after)
            throws IOException {
        try (EntryReader entries = plan.open(file, intake.directory())) {
            pass.begin(file, done);
            Optional<Entry> next = entries.next();
            while (next.isPresent()) {
                if (pass.count() > done) {
                    take(file, next.get(), pass);
                    pass.progress(entries.position());
                    after.run();
                }
                next = entries.next();
            }
        }
    }

    private void take(ImportFile file, Entry entry, ImportPass pass) {
        if (entry instanceof Entry.Good good) {
            pass.remark(good.line(), good.remarks());
            accept(file, good.line(), good.report(), pass);
        } else if (entry instanceof Entry.Bad bad) {
            pass.reject(LineError.of(file.name(), bad.line(), bad.reason()));
        } else if (entry instanceof Entry.Skipped skipped) {
            pass.skip(skipped.reason());
        }
    }

    private void accept(ImportFile file, long number, JsonNode json, ImportPass pass) {
        Instant now = clock.instant();
        Outcome outcome = intake.accept(withRecordedAt(json, file, now), now);
        if (outcome instanceof Accepted accepted) {
            pass.publish(number, accepted);
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
