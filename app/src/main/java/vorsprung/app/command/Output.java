package vorsprung.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vorsprung.app.client.Answer;
import vorsprung.app.client.JsonText;
import vorsprung.app.table.SafeText;

/** How a command shows a service's answer: for people, or as JSON. */
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

    Output(Surroundings surroundings, CommandSpec spec) {
        this.surroundings = surroundings;
        this.spec = spec;
    }

    /** The same for a command within the command. */
    Output of(CommandSpec inner) {
        return new Output(surroundings, inner);
    }

    /** Whether a program reads the answer. */
    boolean isJson() {
        return json;
    }

    /** Talks with a person. */
    Talk talk() {
        return new Talk(surroundings, spec);
    }

    /** Prints the answer as JSON. */
    void json(Answer answer) {
        JsonNode value = answer.json();
        String text = surroundings.answers().terminal() ? SafeText.json(JsonText.pretty(value)) : JsonText.line(value);
        talk().out().println(text);
    }
}
