package vorsprung.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.ingest.directory.AliasException;
import vorsprung.ingest.directory.Directory;

/**
 * The bundled directory and a user's file of aliases on top, which is read again when it changes. A change that cannot
 * be taken is told, and the aliases of before stay.
 */
final class AliasesOnDisk implements Supplier<Directory> {
    private static final Logger LOG = LoggerFactory.getLogger(AliasesOnDisk.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path file;
    private final InstantSource clock;
    private final Directory bundled = Directory.bundled();
    private Directory directory;
    private State state;
    private Instant nextLook;

    /** By which a change is seen. */
    private record State(Instant modifiedAt, long size) {
        static final State UNREADABLE = new State(Instant.EPOCH, -1);

        static State of(Path file) throws IOException {
            return new State(Files.getLastModifiedTime(file).toInstant(), Files.size(file));
        }
    }

    /**
     * Reads the file.
     *
     * @throws AliasException when it is not of its form
     * @throws UncheckedIOException when it cannot be read
     */
    AliasesOnDisk(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        try {
            this.state = State.of(file);
            this.directory = read();
        } catch (IOException e) {
            throw new UncheckedIOException("aliases.file " + file + " cannot be read", e);
        }
        this.nextLook = clock.instant().plus(BETWEEN_LOOKS);
    }

    /** The directory by the file as it was at most a second ago. */
    @Override
    public synchronized Directory get() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(BETWEEN_LOOKS);
            readIfChanged();
        }
        return directory;
    }

    private void readIfChanged() {
        Optional<String> trouble = Optional.empty();
        State before = state;
        try {
            state = State.of(file);
            if (!state.equals(before)) {
                directory = read();
                LOG.info("The aliases in {} were read again", file);
            }
        } catch (IOException e) {
            state = State.UNREADABLE;
            trouble = Optional.of(file + " cannot be read: " + e);
        } catch (AliasException e) {
            trouble = Optional.ofNullable(e.getMessage());
        }
        if (!state.equals(before)) {
            trouble.ifPresent(reason -> LOG.warn("{}; the aliases of before stay", reason));
        }
    }

    private Directory read() throws IOException {
        try (Reader csv = Files.newBufferedReader(file)) {
            return bundled.extendedBy(file.toString(), csv);
        }
    }
}
