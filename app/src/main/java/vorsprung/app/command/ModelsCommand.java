package vorsprung.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vorsprung.app.client.Answer;
import vorsprung.app.client.Pages;
import vorsprung.ingest.directory.Directory;

/** {@code vorsprung models}: which models there are, what they score and cost. */
@Command(
        name = "models",
        description = "Lists the models with release, price and number of scores, or shows one with all of them.",
        footer = {
            "",
            "Examples:",
            "  vorsprung models --company deepseek",
            "  vorsprung models --weights open --sort releasedAt --limit 10",
            "  vorsprung models openai/gpt-4o --as-of 2024-12-31 --json"
        })
public final class ModelsCommand implements Callable<Integer> {

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Parameters(index = "0", arity = "0..1", paramLabel = "MODEL", description = "One model, as COMPANY/MODEL.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--company", paramLabel = "ID", description = "Only models of this company, by id or by name.")
    private Optional<String> company = Optional.empty();

    @Option(names = "--weights", paramLabel = "WHICH", description = "Only models with open or with closed weights.")
    private Optional<Weights> weights = Optional.empty();

    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            description = "The figure to sort by, named as in --json, largest and newest first; :asc turns it round."
                    + " Default: by id.")
    private Optional<String> sort = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = Count.class,
            description = "How many models at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    /** Whether weights can be downloaded. */
    enum Weights {
        OPEN,
        CLOSED
    }

    @Override
    public Integer call() {
        return model.map(this::one).orElseGet(this::all);
    }

    private int one(String modelId) {
        SubjectChoice chosen = new SubjectChoice(query, SubjectChoice.Kind.MODEL, modelId);
        Answer answer = chosen.ask(client -> client.get(chosen.path()));
        if (output.isJson()) {
            output.json(answer);
        } else {
            new ModelsView(output.talk()).model(answer);
        }
        return Exit.OK;
    }

    private int all() {
        Answer answer = new Pages(query.client())
                .first(
                        query.path("models")
                                .with(
                                        "companyId",
                                        company.map(name -> Directory.bundled()
                                                .company(name)
                                                .companyId()))
                                .with("openWeights", weights.map(which -> Boolean.toString(which == Weights.OPEN)))
                                .with("sort", sort),
                        limit);
        if (output.isJson()) {
            output.json(answer);
            return Exit.OK;
        }
        return show(answer);
    }

    private int show(Answer answer) {
        List<Answer> models = answer.list("items");
        if (models.isEmpty()) {
            output.talk().say("No such model " + query.isKnown() + ".");
            return Exit.NOTHING_FOUND;
        }
        new ModelsView(output.talk()).list(models);
        if (Pages.goesOn(answer)) {
            output.talk().say("There are more than " + models.size() + ": --limit shows them.");
        }
        return Exit.OK;
    }
}
