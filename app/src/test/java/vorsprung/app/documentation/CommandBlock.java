package vorsprung.app.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block that may hold commands.
 *
 * @param bare whether each line is a command; else those are that begin with a dollar sign
 * @param firstLine number of the first line on its page
 */
record CommandBlock(boolean bare, List<String> lines, int firstLine) {

    private static final String PROMPT = "$ ";
    private static final Pattern REMARKED = Pattern.compile("exit code (\\d+)");
    private static final Pattern PRINTED = Pattern.compile("\"status\":[45]\\d\\d|^HTTP/\\S+ [45]\\d\\d");

    /** Of curl, told to fail where the server answers with an error. */
    private static final int HTTP_ERROR = 22;

    CommandBlock {
        lines = List.copyOf(lines);
    }

    /** Its commands in their order. */
    List<DocumentedCommand> commands() {
        List<DocumentedCommand> found = new ArrayList<>();
        int at = nextBeginning(0);
        while (at < lines.size()) {
            int behind = endOfCommand(at);
            int next = nextBeginning(behind);
            found.add(command(at, behind, lines.subList(behind, next)));
            at = next;
        }
        return found;
    }

    private int nextBeginning(int from) {
        int at = from;
        while (at < lines.size() && !isBeginning(lines.get(at))) {
            at++;
        }
        return at;
    }

    private boolean isBeginning(String line) {
        return bare ? !line.isBlank() && !line.startsWith("#") : line.startsWith(PROMPT);
    }

    private int endOfCommand(int begin) {
        for (int end = begin + 1; end <= lines.size(); end++) {
            if (!typed(begin, end).goesOn()) {
                return end;
            }
        }
        throw new IllegalArgumentException("The command in line " + (firstLine + begin) + " has no end");
    }

    private DocumentedCommand command(int begin, int end, List<String> printed) {
        ShellText typed = typed(begin, end);
        return new DocumentedCommand(firstLine + begin, typed.command(), exitCode(typed.remark(), printed));
    }

    private ShellText typed(int begin, int end) {
        String text = String.join("\n", lines.subList(begin, end));
        return new ShellText(bare ? text : text.substring(PROMPT.length()));
    }

    private static int exitCode(String remark, List<String> printed) {
        Matcher told = REMARKED.matcher(remark);
        if (told.find()) {
            return Integer.parseInt(told.group(1));
        }
        return printed.stream().anyMatch(line -> PRINTED.matcher(line).find()) ? HTTP_ERROR : 0;
    }
}
