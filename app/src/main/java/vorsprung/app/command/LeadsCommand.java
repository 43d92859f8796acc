package vorsprung.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vorsprung.app.client.Answer;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.Pages;
import vorsprung.rule.Slug;

/** {@code vorsprung leads BENCHMARK}: who leads, by how much, for how long. */
@Command(
        name = "leads",
        description = {
            "Shows who leads on a benchmark, by how much and for how long, and who led before.",
            "Without a benchmark it lists those there are."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung leads gpqa-diamond",
            "  vorsprung leads gpqa-diamond --as-of 2025-03-31 --records",
            "  vorsprung leads gpqa-diamond --windows P3M --by openness --json"
        })
public final class LeadsCommand implements Callable<Integer> {

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Mixin
    private final ChartOption chart = new ChartOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "BENCHMARK", description = "The benchmark, by id or by name.")
    private Optional<String> benchmark = Optional.empty();

    @Option(names = "--by", paramLabel = "GROUP", description = "openness: open against closed weights.")
    private Optional<String> by = Optional.empty();

    @ArgGroup
    private final View view = new View();

    /** What is shown in place of the lead windows. */
    static final class View {
        @Option(names = "--records", description = "The frontier's records, and when others matched them.")
        private boolean records;

        @Option(
                names = "--windows",
                paramLabel = "SIZE",
                description = "Calendar windows of a month (P1M), a quarter (P3M) or a year (P1Y).")
        private Optional<String> windows = Optional.empty();
    }

    @Override
    public Integer call() {
        return benchmark.map(this::one).orElseGet(this::list);
    }

    private int list() {
        Answer all = new Pages(query.client()).all(query.path("benchmarks"));
        if (output.isJson()) {
            output.json(all);
        } else {
            new BenchmarkView(output.talk()).list(all.list("items"));
        }
        return Exit.OK;
    }

    private int one(String name) {
        SubjectChoice chosen = new SubjectChoice(query, SubjectChoice.Kind.BENCHMARK, Slug.of(name));
        return chosen.ask(client -> show(client, chosen));
    }

    private int show(ApiClient client, SubjectChoice chosen) {
        Answer answer = new Pages(client).all(path(chosen));
        if (output.isJson()) {
            output.json(answer);
            return Exit.OK;
        }
        if (by.isEmpty()) {
            new BenchmarkView(output.talk()).headline(client.get(chosen.path()));
            output.talk().gap();
        }
        table(answer);
        answer.number("unknownResults")
                .filter(number -> number.signum() > 0)
                .ifPresent(
                        number -> output.talk().say("Left out: " + number + " results of models of unknown openness."));
        return Exit.OK;
    }

    private ApiPath path(SubjectChoice chosen) {
        String list = view.records ? "records" : view.windows.isPresent() ? "windows" : "leads";
        return chosen.path(list).with("size", view.windows).with("by", by);
    }

    private void table(Answer answer) {
        BenchmarkView shown = new BenchmarkView(output.talk());
        if (view.records) {
            shown.records(answer);
        } else if (view.windows.isPresent()) {
            shown.windows(answer);
        } else {
            if (chart.isWanted(output.talk())) {
                shown.chart(answer);
            }
            shown.leads(answer);
        }
    }
}
