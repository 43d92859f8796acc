package vorsprung.app.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Screen;
import vorsprung.app.table.Sheet;
import vorsprung.app.table.Table;

/** How a command talks with a person: data on standard output, everything else on standard error. */
@Command
public final class Talk {

    private final Surroundings surroundings;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    Talk(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Talk(Surroundings surroundings, CommandSpec spec) {
        this.surroundings = surroundings;
        this.spec = spec;
    }

    /** Environment variables. */
    Map<String, String> environment() {
        return surroundings.environment();
    }

    /** Standard input. */
    InputStream in() {
        return surroundings.in();
    }

    /** Where data goes. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where everything else goes. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** What data goes to. */
    Screen screen() {
        return surroundings.answers();
    }

    /** What everything else goes to. */
    Screen errScreen() {
        return surroundings.talk();
    }

    /** Prints a line that stands above figures. */
    void title(String name, String about) {
        out().println(screen().ink().bold(SafeText.line(name)) + screen().ink().dim(SafeText.line(about)));
    }

    /** Prints an empty line. */
    void gap() {
        out().println();
    }

    /** Prints figures. */
    void sheet(Sheet sheet) {
        sheet.layout(screen()).forEach(out()::println);
    }

    /** Prints a chart and an empty line behind it; nothing when nothing was drawn. */
    void chart(List<String> lines) {
        lines.forEach(out()::println);
        if (!lines.isEmpty()) {
            gap();
        }
    }

    /** Prints a table, and tells which columns found no place. */
    <T> void table(Table<T> table, List<T> rows) {
        Table.Layout layout = table.layout(rows, screen());
        layout.lines().forEach(out()::println);
        if (!layout.hidden().isEmpty()) {
            say("Too narrow for: " + String.join(", ", layout.hidden()) + ". Widen the terminal to see all.");
        }
    }

    /** Says something that is not data; may hold texts from outside. */
    void say(String lines) {
        err().println(SafeText.lines(lines));
        err().flush();
    }
}
