package vorsprung.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The versions of a record's schema that may be on somebody's topic, as {@code src/published/<record>/v1.avsc} on. */
final class PublishedVersions {
    private static final Path ROOT = Path.of("src", "published");

    private final Schema newest;
    private final Path folder;

    PublishedVersions(Schema newest) {
        this.newest = newest;
        this.folder = ROOT.resolve(newest.getName());
    }

    /** How many there are. */
    int count() {
        return (int) IntStream.iterate(1, version -> version + 1)
                .takeWhile(version -> Files.exists(file(version)))
                .count();
    }

    /** All of them, oldest first. */
    List<Schema> all() {
        return IntStream.rangeClosed(1, count())
                .mapToObj(version -> new Schema.Parser().parse(text(version)))
                .toList();
    }

    /** Whether the newest schema is the last one kept, to the letter: the registry makes a new version of each letter. */
    boolean holdNewest() {
        return count() > 0 && text(count()).equals(newestText());
    }

    /** Keeps the newest schema as a further version, unless it is kept already. */
    void publish() {
        if (holdNewest()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(file(count() + 1), newestText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return newest.getName();
    }

    private String newestText() {
        return SchemaFormatter.format("json/pretty", newest) + "\n";
    }

    private String text(int version) {
        try {
            return Files.readString(file(version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int version) {
        return folder.resolve("v" + version + ".avsc");
    }
}
