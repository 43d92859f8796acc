package vorsprung.app.command;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.app.client.Answer;
import vorsprung.app.client.Pages;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.Slug;

/** {@code vorsprung prices}: what models cost, and what the same capability costs over time. */
@Command(
        name = "prices",
        description = {
            "Shows what the models cost, in US dollars per million tokens, the cheapest first; blended is three parts"
                    + " input to one part output.",
            "With a MODEL the steps of its price; with --benchmark and --min-score the cheapest model of that"
                    + " capability, over time."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung prices --company openai",
            "  vorsprung prices openai/gpt-4o",
            "  vorsprung prices --benchmark mmlu --min-score 0.7 --as-of 2025-03-31",
            "  vorsprung prices --sort changePercent:asc --limit 10 --json"
        })
public final class PricesCommand implements Callable<Integer> {

    private static final String CHEAPEST_FIRST = "blendedUsdPerMillionTokens:asc";

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "MODEL", description = "One model, as COMPANY/MODEL.")
    private Optional<String> model = Optional.empty();

    @ArgGroup(exclusive = false)
    private @Nullable Capability capability;

    @Option(names = "--company", paramLabel = "ID", description = "Only models of this company, by id or by name.")
    private Optional<String> company = Optional.empty();

    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            defaultValue = CHEAPEST_FIRST,
            description = "The figure to sort by, named as in --json; :asc and :desc say how. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String sort = CHEAPEST_FIRST;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = Count.class,
            description = "How many models at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    /** What a model must be able to do. */
    static final class Capability {
        @Option(names = "--benchmark", required = true, paramLabel = "ID", description = "A benchmark, by id or name.")
        private String benchmark = "";

        @Option(
                names = "--min-score",
                required = true,
                paramLabel = "SCORE",
                description = "The score that a model must have reached on it.")
        private BigDecimal minScore = BigDecimal.ZERO;

        @Option(names = "--from", paramLabel = "TIME", description = "Start of the first step. Default: its own.")
        private Optional<String> from = Optional.empty();

        @Option(names = "--to", paramLabel = "TIME", description = "End, exclusive. Default: as of when it is asked.")
        private Optional<String> to = Optional.empty();
    }

    @Override
    public Integer call() {
        if (capability == null) {
            return model.map(this::steps).orElseGet(this::all);
        }
        if (model.isPresent()) {
            throw new ParameterException(spec.commandLine(), "MODEL and --benchmark exclude each other");
        }
        return capability(capability);
    }

    private int capability(Capability asked) {
        String benchmarkId = Slug.of(asked.benchmark);
        Answer answer = new SubjectChoice(query, SubjectChoice.Kind.BENCHMARK, benchmarkId)
                .ask(client -> client.get(query.path("prices", "capability")
                        .with("benchmark", benchmarkId)
                        .with("minScore", asked.minScore.toPlainString())
                        .with("from", asked.from)
                        .with("to", asked.to)));
        return show(answer, "No model with that score had a price above zero then.", view -> view.capability(answer));
    }

    private int steps(String modelId) {
        SubjectChoice chosen = new SubjectChoice(query, SubjectChoice.Kind.MODEL, modelId);
        Answer answer = chosen.ask(client -> new Pages(client).all(chosen.path("prices")));
        return show(
                answer,
                "No price of " + modelId + " " + query.isKnown() + ".",
                view -> view.steps(answer.list("items")));
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
                                .with("sort", sort),
                        limit);
        List<Answer> priced = answer.list("items").stream()
                .filter(row -> !row.object("price").isEmpty())
                .toList();
        if (!output.isJson() && priced.isEmpty()) {
            output.talk().say("No price " + query.isKnown() + ".");
            return Exit.NOTHING_FOUND;
        }
        int shown = show(answer, "No model " + query.isKnown() + ".", view -> view.prices(priced));
        if (!output.isJson() && Pages.goesOn(answer)) {
            output.talk().say("There are more: --limit shows them.");
        }
        return shown;
    }

    private int show(Answer answer, String nothing, Consumer<ModelsView> view) {
        if (output.isJson()) {
            output.json(answer);
            return Exit.OK;
        }
        if (answer.list("items").isEmpty()) {
            output.talk().say(nothing);
            return Exit.NOTHING_FOUND;
        }
        view.accept(new ModelsView(output.talk()));
        return Exit.OK;
    }
}
