package vorsprung.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vorsprung.app.client.Answer;
import vorsprung.app.client.Pages;
import vorsprung.rule.Slug;

/** {@code vorsprung benchmarks}: which there are and who leads. */
@Command(
        name = "benchmarks",
        description = "Lists the benchmarks with who leads on each, or shows one.",
        footer = {
            "",
            "Examples:",
            "  vorsprung benchmarks",
            "  vorsprung benchmarks --as-of 2025-03-31",
            "  vorsprung benchmarks gpqa-diamond --json"
        })
public final class BenchmarksCommand implements Callable<Integer> {

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "One benchmark, by id or by name.")
    private Optional<String> benchmark = Optional.empty();

    @Override
    public Integer call() {
        return benchmark.map(this::one).orElseGet(this::all);
    }

    private int one(String name) {
        SubjectChoice chosen = new SubjectChoice(query, SubjectChoice.Kind.BENCHMARK, Slug.of(name));
        Answer answer = chosen.ask(client -> client.get(chosen.path()));
        if (output.isJson()) {
            output.json(answer);
        } else {
            new BenchmarkView(output.talk()).headline(answer);
        }
        return Exit.OK;
    }

    private int all() {
        Answer answer = new Pages(query.client()).all(query.path("benchmarks"));
        if (output.isJson()) {
            output.json(answer);
            return Exit.OK;
        }
        List<Answer> benchmarks = answer.list("items");
        if (benchmarks.isEmpty()) {
            output.talk().say("No benchmark has a result at that time.");
            return Exit.NOTHING_FOUND;
        }
        new BenchmarkView(output.talk()).list(benchmarks);
        return Exit.OK;
    }
}
