package vorsprung.app.compose;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Dockerfile has its images start. */
final class EntryPoints {

    private static final Path DOCKERFILE = Path.of("..", "Dockerfile");

    private EntryPoints() {}

    /** The entry point of the stage of this name. */
    static List<String> ofStage(String stage) throws IOException {
        String file = Files.readString(DOCKERFILE).replace("\\\n", "");
        String section = file.split(" AS " + stage + "\n", 2)[1].split("\nFROM ", 2)[0];
        Matcher entry = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$").matcher(section);
        if (!entry.find()) {
            throw new IOException("the stage " + stage + " of the Dockerfile has no entry point");
        }
        return List.of(new ObjectMapper().readValue(entry.group(1), String[].class));
    }
}
