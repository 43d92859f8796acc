package vorsprung.app.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page of Markdown tells its readers to type.
 *
 * <p>In a block of a shell's language each line is a command; in one without a language, a line that begins with a
 * dollar sign, and what follows it is what it prints. A command goes on over lines while a quote is open or a backslash ends the line. A
 * block with a name behind its language is a file that the commands of the page may use.
 *
 * @param name path of the page, from the root
 * @param files the files, by name
 */
record CommandPage(String name, List<DocumentedCommand> commands, Map<String, String> files) {

    private static final Pattern FENCE = Pattern.compile("\\s*```\\s*(\\S*)\\s*(\\S*).*");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "shell");
    private static final Set<String> SESSIONS = Set.of("", "text", "console");

    CommandPage {
        commands = List.copyOf(commands);
        files = Map.copyOf(files);
    }

    /** Reads a page below the root. */
    static CommandPage read(Path root, Path page) {
        try {
            return of(root.relativize(page).toString(), Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of this text. */
    static CommandPage of(String name, String markdown) {
        List<DocumentedCommand> commands = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        List<String> lines = markdown.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (!fence.matches()) {
                continue;
            }
            int end = endOfBlock(lines, at + 1);
            List<String> block = lines.subList(at + 1, end);
            if (!fence.group(2).isEmpty()) {
                files.put(fence.group(2), String.join("\n", block) + "\n");
            } else if (SHELLS.contains(fence.group(1)) || SESSIONS.contains(fence.group(1))) {
                commands.addAll(new CommandBlock(SHELLS.contains(fence.group(1)), block, at + 2).commands());
            }
            at = end;
        }
        return new CommandPage(name, commands, files);
    }

    private static int endOfBlock(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && !FENCE.matcher(lines.get(end)).matches()) {
            end++;
        }
        return end;
    }
}
