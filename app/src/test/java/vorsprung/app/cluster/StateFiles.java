package vorsprung.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What may become of the folder in which an instance that does not run keeps its state. */
final class StateFiles {

    private StateFiles() {}

    /** All of it is gone. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** All tables of the stores hold other bytes; how many there were. */
    static int corrupt(Path folder, Random random) throws IOException {
        List<Path> tables;
        try (Stream<Path> paths = Files.walk(folder)) {
            tables = paths.filter(path -> path.toString().endsWith(".sst")).toList();
        }
        for (Path table : tables) {
            byte[] bytes = new byte[(int) Files.size(table)];
            random.nextBytes(bytes);
            Files.write(table, bytes);
        }
        return tables.size();
    }
}
