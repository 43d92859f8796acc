package vorsprung.app.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;
import vorsprung.ingest.table.ColumnMapping;

/** How the columns of a table become fields of events: by a file, by options, or by both, of which options win. */
final class MappingOptions {

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            completionCandidates = Candidates.EventTypes.class,
            description = "What type of event each row of a table is.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "The column of a field; repeatable.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "A field that is the same in all rows; repeatable.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description = "What stands first in a day such as 3/4/2025: month-first or day-first.")
    private Optional<String> dates = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Properties file with type, column.FIELD, value.FIELD and dates.")
    private Optional<Path> file = Optional.empty();

    /**
     * The mapping; says nothing where no option is given.
     *
     * @throws IOException when the file cannot be read
     */
    ColumnMapping read() throws IOException {
        Map<String, String> given = new HashMap<>();
        type.ifPresent(label -> given.put("type", label));
        dates.ifPresent(order -> given.put("dates", order));
        columns.forEach((field, column) -> given.put("column." + field, column));
        values.forEach((field, value) -> given.put("value." + field, value));
        ColumnMapping options = ColumnMapping.of(given);
        return file.isEmpty()
                ? options
                : ColumnMapping.of(properties(file.get())).with(options);
    }

    private static Map<String, String> properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Map<String, String> given = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
        return given;
    }
}
