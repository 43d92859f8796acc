package vorsprung.app.command;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Screen;

/** Standard output and standard error of a command that shows no service's answer. */
@picocli.CommandLine.Command
public final class Talk {

    private final Surroundings surroundings;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    Talk(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Environment variables. */
    Map<String, String> environment() {
        return surroundings.environment();
    }

    /** What talk goes to. */
    Screen screen() {
        return surroundings.talk();
    }

    /** Where data goes. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where talk goes. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Says something that is not data; may hold texts from outside. */
    void say(String lines) {
        err().println(SafeText.lines(lines));
        err().flush();
    }
}
