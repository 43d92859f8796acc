package vorsprung.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.topic.EventType;

/**
 * {@code vorsprung publish TYPE …}: one event. What follows the type is read by the fields that events of this type
 * have, and only then: their schemas take time to load, and most commands do without.
 */
@Command(
        name = "publish",
        modelTransformer = PublishCommand.FieldsAfterType.class,
        customSynopsis = {
            "vorsprung publish [--gateway=URL] [--token=TOKEN] [--json] TYPE --FIELD=VALUE...",
            "vorsprung publish [--gateway=URL] [--token=TOKEN] [--json] TYPE --json-event=JSON"
        },
        description = {
            "Publishes one event through the gateway and tells where it lies.",
            "`vorsprung publish TYPE --help` lists the fields of a type. Types: funding-round, model-release,"
                    + " benchmark-result, price-change, usage-report, financial-report, lead-claim."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung publish funding-round --company OpenAI --occurred-at 2025-03-31 --round \"Series F\" \\",
            "      --amount-usd 40000000000 --post-money-valuation-usd 300000000000",
            "  vorsprung publish benchmark-result --help",
            "  vorsprung publish lead-claim --json-event - <claim.json"
        })
public final class PublishCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("UnusedVariable") // read through its options
    private final GatewayOptions gateway = new GatewayOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Parameters(
            arity = "1..*",
            paramLabel = "TYPE",
            completionCandidates = Candidates.EventTypes.class,
            description = "The event type, and then its fields.")
    private List<String> words = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    /** Leaves the options behind the type alone. */
    static final class FieldsAfterType implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            command.parser().stopAtPositional(true);
            return command;
        }
    }

    @Override
    public Integer call() {
        String label = words.get(0);
        EventType type = EventType.labelled(label)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no event type " + label + "; types: " + EventType.labels()));
        return new EventCommandLine(type, output).execute(words.subList(1, words.size()), spec.commandLine());
    }
}
