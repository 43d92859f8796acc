package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vorsprung.ingest.IngestConfig;
import vorsprung.processor.ProcessorConfig;

/** Holds docs/configuration.md against the code. */
final class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Pattern NAME = Pattern.compile("`([a-z][a-z0-9.-]*)`");

    @Test
    void everySettingOfTheProcessorIsInATable() {
        List<String> documented = Stream.of("## Both HTTP servers", "## `processor`", "## The schema registry")
                .flatMap(heading -> names(heading).stream())
                .toList();

        assertThat(documented).containsAll(ProcessorConfig.names());
    }

    @Test
    void everySettingInATableExists() {
        names("## `processor`")
                .forEach(name -> assertThatCode(() -> ProcessorConfig.of(Map.of(name, "")))
                        .as(name)
                        .doesNotThrowAnyException());
        names("## `ingest`")
                .forEach(name -> assertThatCode(() -> IngestConfig.of(Map.of(name, "")))
                        .as(name)
                        .doesNotThrowAnyException());
    }

    /** The names in the first column of the tables under a heading. */
    private static List<String> names(String heading) {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> NAME.matcher(cell).results().map((MatchResult found) -> found.group(1)))
                .toList();
    }

    private static String section(String heading) {
        try {
            String page = Files.readString(PAGE);
            int start = page.indexOf(heading);
            int end = page.indexOf("\n## ", start + 1);
            assertThat(start).as(heading).isNotNegative();
            return page.substring(start, end < 0 ? page.length() : end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
