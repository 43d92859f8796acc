package vorsprung.ingest.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.file.Importer.Mode;
import vorsprung.ingest.table.ColumnMapping;
import vorsprung.ingest.table.EntryReader;
import vorsprung.ingest.table.EpochTables;
import vorsprung.ingest.table.MappedTable;
import vorsprung.ingest.table.Table;
import vorsprung.ingest.table.TableReader;

/**
 * How files are imported.
 *
 * @param mode what is published when
 * @param format what the files are; absent to tell by their names, of which {@code .csv} and {@code .tsv} are tables
 * @param mapping how the columns of tables that are not known become fields
 * @param checkpoint where it is noted how far the import came, and from where it goes on; absent to begin at the front
 */
public record ImportPlan(Mode mode, Optional<Format> format, ColumnMapping mapping, Optional<Checkpoint> checkpoint) {

    /** What a file is. */
    public enum Format {
        /** JSON Lines. */
        JSONL,
        /** A table. */
        CSV
    }

    /** Files told by their names, no mapping, no checkpoint. */
    public static ImportPlan of(Mode mode) {
        return new ImportPlan(mode, Optional.empty(), ColumnMapping.NONE, Optional.empty());
    }

    /**
     * Opens a file as what it is.
     *
     * @throws IOException when it cannot be opened
     */
    public EntryReader open(ImportFile file, Directory directory) throws IOException {
        return isTable(file)
                ? new TableReader(file.content().open(), header -> table(header, file.name(), directory))
                : new JsonLinesReader(file);
    }

    /** A mapping that is given wins over what we know of a header. */
    private Table table(List<String> header, String name, Directory directory) {
        if (mapping.isGiven()) {
            return MappedTable.of(header, mapping);
        }
        return EpochTables.recognise(header, name, directory).orElseGet(() -> MappedTable.of(header, mapping));
    }

    private boolean isTable(ImportFile file) {
        return format.map(Format.CSV::equals).orElseGet(() -> {
            String name = file.name();
            return name.regionMatches(true, name.length() - 4, ".csv", 0, 4)
                    || name.regionMatches(true, name.length() - 4, ".tsv", 0, 4);
        });
    }
}
