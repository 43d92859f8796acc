package vorsprung.app.command;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vorsprung.app.table.Screen;

/** What came of a command line. */
record Executed(int exitCode, String out, String err) {

    /** Executes a command line whose output goes to a pipe. */
    static Executed piped(String... words) {
        return execute("", Screen.PIPE, words);
    }

    /** Executes a command line whose output goes to a pipe, with something on standard input. */
    static Executed given(String in, String... words) {
        return execute(in, Screen.PIPE, words);
    }

    /** Executes a command line whose output goes to a terminal. */
    static Executed onTerminal(int width, Map<String, String> environment, String... words) {
        return execute("", Screen.terminal(OptionalInt.of(width), environment), words);
    }

    private static Executed execute(String in, Screen screen, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                Map.of(), new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), screen, Screen.PIPE);
        int exitCode = Program.commandLine(surroundings, words)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Executed(exitCode, out.toString(), err.toString());
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
