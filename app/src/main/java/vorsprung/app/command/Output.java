package vorsprung.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vorsprung.app.client.Answer;
import vorsprung.app.client.JsonText;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Screen;
import vorsprung.app.table.Sheet;
import vorsprung.app.table.Table;

/** How a command answers: data on standard output, for people or as JSON; talk on standard error. */
public final class Output {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print the service's answer as JSON, indented on a terminal.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    Output(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The same for a command within the command. */
    Output another() {
        return new Output(surroundings);
    }

    /** Whether a program reads the answer. */
    public boolean isJson() {
        return json;
    }

    /** What the answer goes to. */
    public Screen screen() {
        return surroundings.answers();
    }

    /** What talk goes to. */
    public Screen talkScreen() {
        return surroundings.talk();
    }

    /** Environment variables. */
    public Map<String, String> environment() {
        return surroundings.environment();
    }

    /** Standard input. */
    public InputStream in() {
        return surroundings.in();
    }

    /** Where the answer goes. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where talk goes. */
    public PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints the answer as JSON. */
    public void json(Answer answer) {
        JsonNode value = answer.json();
        out().println(screen().terminal() ? SafeText.json(JsonText.pretty(value)) : JsonText.line(value));
    }

    /** Prints a line that stands above figures. */
    public void title(String name, String about) {
        out().println(screen().ink().bold(SafeText.line(name)) + screen().ink().dim(SafeText.line(about)));
    }

    /** Prints an empty line. */
    public void gap() {
        out().println();
    }

    /** Prints figures. */
    public void sheet(Sheet sheet) {
        sheet.layout(screen()).forEach(out()::println);
    }

    /** Prints a table, and tells which columns found no place. */
    public <T> void table(Table<T> table, List<T> rows) {
        Table.Layout layout = table.layout(rows, screen());
        layout.lines().forEach(out()::println);
        if (!layout.hidden().isEmpty()) {
            say("Too narrow for: " + String.join(", ", layout.hidden()) + ". Widen the terminal or use --json.");
        }
    }

    /** Says something that is not data; may hold texts from outside. */
    public void say(String lines) {
        err().println(SafeText.lines(lines));
        err().flush();
    }
}
