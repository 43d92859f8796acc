package vorsprung.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Can the folder of state be written, and is there room? */
final class FolderCheck {
    private static final String NAME = "data folder";
    private static final long LITTLE_BYTES = 1L << 30;

    private final Optional<Path> folder;

    FolderCheck(Optional<Path> folder) {
        this.folder = folder;
    }

    Finding finding() {
        return folder.map(FolderCheck::of).orElseGet(() -> Finding.skipped(NAME, "not named; --data-dir does"));
    }

    private static Finding of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Finding.failure(NAME, folder + " is not there", "create it, or name another with --data-dir");
        }
        if (!Files.isWritable(folder)) {
            return Finding.failure(NAME, folder + " cannot be written", "give its owner the right to");
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = folder + " has " + free / (1 << 20) + " MiB free";
            return free < LITTLE_BYTES
                    ? Finding.warning(NAME, found, "make room: RocksDB needs some to compact")
                    : Finding.ok(NAME, found);
        } catch (IOException e) {
            return Finding.warning(NAME, folder + " cannot be looked at: " + e.getMessage(), "look at the disk");
        }
    }
}
