package vorsprung.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.app.client.Answer;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.ProblemException;
import vorsprung.app.command.SubjectChoice.Kind;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.Slug;
import vorsprung.settings.Nearest;

/** {@code vorsprung explain KIND ID FIGURE}: how a number came about. */
@Command(
        name = "explain",
        description = {
            "Tells how a number came about: the rule, the facts it rests on, who reported them and when, and where"
                    + " the reports disagree.",
            "Figures are named as in --json; one that does not exist is answered with those that do."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung explain company openai valuationUsd",
            "  vorsprung explain company openai runwayMonths --as-of 2025-03-31",
            "  vorsprung explain benchmark gpqa-diamond vorsprungDays",
            "  vorsprung explain benchmark gpqa-diamond lagDays --at 2024-09-12",
            "  vorsprung explain model openai/gpt-4o blendedUsdPerMillionTokens --json"
        })
public final class ExplainCommand implements Callable<Integer> {

    /** The one figure that has a time of its own. */
    private static final String OF_A_RECORD = "lagDays";

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = Candidates.Kinds.class,
            description = "company, benchmark or model.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Its id; of a company or benchmark also its name.")
    private String id = "";

    @Parameters(index = "2", paramLabel = "FIGURE", description = "The figure, such as valuationUsd.")
    private String figure = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "For lagDays: when the record was set that was to be matched. Default: the last record.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--exclude-source",
            paramLabel = "NAME",
            description = "As if this source had never reported; may be given again.")
    private List<String> excluded = List.of();

    @Override
    public Integer call() {
        Answer answer = ask();
        if (output.isJson()) {
            output.json(answer);
        } else {
            new ExplanationView(output.talk()).show(answer);
        }
        return Exit.OK;
    }

    private Answer ask() {
        SubjectChoice chosen = chosen();
        ApiPath path = chosen.path("why", figure).with("at", at).withEach("excludeSource", excluded);
        try {
            return chosen.ask(client -> client.get(path));
        } catch (ProblemException e) {
            // The benchmark is known, and so is the figure: what is not there is the record.
            if (e.isNotFound() && at.isPresent() && figure.equals(OF_A_RECORD)) {
                throw new NotFoundException("No record of the frontier of \"" + chosen.id() + "\" was set at "
                        + at.get() + "; \"vorsprung leads " + chosen.id() + " --records\" lists them.");
            }
            throw e;
        }
    }

    private ParameterException noSuchKind() {
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::label).toList();
        return new ParameterException(
                spec.commandLine(),
                "KIND must be one of " + String.join(", ", kinds) + ", found " + kind
                        + Nearest.to(kind, kinds)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
    }

    private SubjectChoice chosen() {
        Kind chosen = Kind.labelled(kind).orElseThrow(this::noSuchKind);
        String chosenId = switch (chosen) {
            case COMPANY -> Directory.bundled().company(id).companyId();
            case BENCHMARK -> Slug.of(id);
            case MODEL -> modelId();
        };
        return new SubjectChoice(query, chosen, chosenId);
    }

    private String modelId() {
        if (id.split("/", -1).length != 2) {
            throw new ParameterException(
                    spec.commandLine(), "a model's id is COMPANY/MODEL, such as openai/gpt-4o; found " + id);
        }
        return id;
    }
}
