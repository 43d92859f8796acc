package vorsprung.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.ingest.file.ImportFile;

/** The files of an import; standard input is kept in a file as long as that takes, since it may be read twice. */
final class ImportFiles implements AutoCloseable {

    private static final String STDIN = "-";

    private final List<ImportFile> files = new ArrayList<>();
    private Optional<Path> spooled = Optional.empty();

    private ImportFiles() {}

    /**
     * The files of these names; what comes on standard input is called as if it were a file of that name.
     *
     * @throws IOException when one cannot be read
     */
    static ImportFiles of(List<String> names, String stdinName, InputStream in) throws IOException {
        ImportFiles opened = new ImportFiles();
        for (String name : names) {
            opened.files.add(name.equals(STDIN) ? opened.spool(stdinName, in) : ImportFile.at(Path.of(name)));
        }
        return opened;
    }

    List<ImportFile> files() {
        return List.copyOf(files);
    }

    /** Bytes of all of them. */
    long size() {
        return files.stream().mapToLong(ImportFile::size).sum();
    }

    @Override
    public void close() throws IOException {
        if (spooled.isPresent()) {
            Files.deleteIfExists(spooled.get());
        }
    }

    private ImportFile spool(String name, InputStream in) throws IOException {
        Path file = Files.createTempFile("vorsprung-import", ".jsonl");
        file.toFile().deleteOnExit();
        spooled = Optional.of(file);
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        ImportFile spool = ImportFile.at(file);
        return new ImportFile(name, spool.size(), spool.modifiedAt(), spool.content());
    }
}
