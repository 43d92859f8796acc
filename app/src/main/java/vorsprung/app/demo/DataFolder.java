package vorsprung.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder in which a system in one process keeps everything. */
public final class DataFolder {

    /** All that is ever made in it, but for the lock; whatever else a person keeps there stays. */
    private static final List<String> OURS =
            List.of("kafka", "registry", "streams", "monitoring", "logs", "history.properties");

    private final Path path;

    public DataFolder(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** Local state of Kafka Streams. */
    Path streams() {
        return path.resolve("streams");
    }

    /** What Prometheus and Alertmanager keep. */
    Path monitoring() {
        return path.resolve("monitoring");
    }

    /** What of the bundled history has been published. */
    Path history() {
        return path.resolve("history.properties");
    }

    /** The file that names the Kafka cluster whose records are here. */
    Path cluster() {
        return path.resolve("kafka").resolve("meta.properties");
    }

    /**
     * Deletes what an earlier run has left, unless one is running now.
     *
     * @throws UncheckedIOException when something cannot be deleted
     */
    public void clear() {
        Path lock = path.resolve("lock");
        if (!Files.exists(lock)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock ours = channel.tryLock()) {
            if (ours != null) {
                deleteAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear the data folder " + path, e);
        }
    }

    private void deleteAll() throws IOException {
        for (String name : OURS) {
            Path child = path.resolve(name);
            if (Files.exists(child)) {
                Files.walkFileTree(child, new Deletion());
            }
        }
    }

    /** Deletes from the leaves up; links are deleted, not followed. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
