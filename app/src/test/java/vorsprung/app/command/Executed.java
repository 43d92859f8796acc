package vorsprung.app.command;

import java.io.ByteArrayInputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
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

    /** Executes a command line whose output goes to a pipe that nobody reads any more. */
    static Executed intoClosedPipe(String... words) {
        Writer closed = new FilterWriter(Writer.nullWriter()) {
            @Override
            public void write(String text, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        return execute("", Screen.PIPE, closed, words);
    }

    private static Executed execute(String in, Screen screen, String... words) {
        return execute(in, screen, new StringWriter(), words);
    }

    private static Executed execute(String in, Screen screen, Writer out, String... words) {
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
