package vorsprung.app.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.topic.Position;

/**
 * What the data folder remembers of the history: that Kafka has acknowledged all of it, and where it lies. Written after
 * that, so it may be missing; publishing again does no harm, since equal reports count once.
 */
final class PublishedHistory {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedHistory.class);
    private static final String DIGEST = "digest";
    private static final String CLUSTER = "cluster.id";
    private static final String POSITION = "position";

    private final DataFolder folder;

    PublishedHistory(DataFolder folder) {
        this.folder = folder;
    }

    /** Where this history lies; absent unless this very content is known to be on this very cluster. */
    Optional<Position> position(String digest) {
        Properties remembered = read(folder.history());
        boolean same =
                digest.equals(remembered.getProperty(DIGEST)) && cluster().equals(remembered.getProperty(CLUSTER));
        try {
            return same ? Optional.of(Position.parse(remembered.getProperty(POSITION, ""))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.warn("{} cannot be read, the history is published again", folder.history(), e);
            return Optional.empty();
        }
    }

    /** Remembers that the history lies there. */
    void remember(String digest, Position position) {
        Properties properties = new Properties();
        properties.setProperty(DIGEST, digest);
        properties.setProperty(CLUSTER, cluster());
        properties.setProperty(POSITION, position.token());
        Path written = folder.history().resolveSibling("history.properties.new");
        try {
            try (Writer out = Files.newBufferedWriter(written)) {
                properties.store(out, "The bundled history as it lies on Kafka");
            }
            Files.move(written, folder.history(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder.history(), e);
        }
    }

    private String cluster() {
        return read(folder.cluster()).getProperty(CLUSTER, "");
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return properties;
    }
}
