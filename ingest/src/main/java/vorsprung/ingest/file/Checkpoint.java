package vorsprung.ingest.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that says how far an import came: for each imported file, how many of its entries are done with all before
 * them. An import that begins with it goes on there.
 */
public final class Checkpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DONE = "done";
    private static final String SIZE = "size";
    private static final String MODIFIED_AT = "modifiedAt";

    private final Path path;

    public Checkpoint(Path path) {
        this.path = path;
    }

    /**
     * How many entries of each file are done; 0 for one that it does not know.
     *
     * @throws IOException when it cannot be read, or a file is no longer what it was
     */
    Map<String, Long> load(List<ImportFile> files) throws IOException {
        Map<String, Long> done = new HashMap<>();
        JsonNode known = Files.exists(path) ? JSON.readTree(path.toFile()) : JSON.createObjectNode();
        for (ImportFile file : files) {
            JsonNode entry = known.path(file.name());
            if (entry.isObject() && !isSame(entry, file)) {
                throw new IOException(file.name() + " has changed since " + path
                        + " was written; delete that to import it from its beginning");
            }
            done.put(file.name(), entry.path(DONE).asLong());
        }
        return done;
    }

    /**
     * Notes how far each file is; the file is replaced as a whole.
     *
     * @throws IOException when it cannot be written
     */
    void save(List<ImportFile> files, Map<String, Long> done) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        for (ImportFile file : files) {
            all.putObject(file.name())
                    .put(SIZE, file.size())
                    .put(MODIFIED_AT, file.modifiedAt().toString())
                    .put(DONE, done.getOrDefault(file.name(), 0L));
        }
        Path written = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isSame(JsonNode entry, ImportFile file) {
        return entry.path(SIZE).asLong(-1) == file.size()
                && entry.path(MODIFIED_AT).asText().equals(file.modifiedAt().toString());
    }
}
