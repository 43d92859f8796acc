package vorsprung.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vorsprung.app.client.Answer;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.Pages;
import vorsprung.ingest.directory.Directory;

/** {@code vorsprung company ID}: all that is known of one company. */
@Command(
        name = "company",
        description = "Shows the figures of one company, and how its valuation came about.",
        footer = {
            "",
            "Examples:",
            "  vorsprung company openai",
            "  vorsprung company \"Mistral AI\" --as-of 2024-12-31",
            "  vorsprung company anthropic --history --json"
        })
public final class CompanyCommand implements Callable<Integer> {

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Mixin
    private final ChartOption chart = new ChartOption();

    @Parameters(index = "0", paramLabel = "ID", description = "The company, by id or by name.")
    private String company = "";

    @Option(names = "--history", description = "Only the valuation's steps.")
    private boolean historyOnly;

    @Override
    public Integer call() {
        SubjectChoice chosen = new SubjectChoice(
                query,
                SubjectChoice.Kind.COMPANY,
                Directory.bundled().company(company).companyId());
        return chosen.ask(client -> historyOnly ? history(client, chosen) : all(client, chosen));
    }

    private int all(ApiClient client, SubjectChoice chosen) {
        Answer figures = client.get(chosen.path());
        if (output.isJson()) {
            output.json(figures);
            return Exit.OK;
        }
        CompanyView view = new CompanyView(output.talk());
        view.figures(figures);
        view.usage(figures);
        output.talk().gap();
        showSteps(view, steps(client, chosen));
        return Exit.OK;
    }

    private int history(ApiClient client, SubjectChoice chosen) {
        Answer steps = steps(client, chosen);
        if (output.isJson()) {
            output.json(steps);
        } else {
            showSteps(new CompanyView(output.talk()), steps);
        }
        return Exit.OK;
    }

    private void showSteps(CompanyView view, Answer steps) {
        if (chart.isWanted(output.talk())) {
            view.chart(steps);
        }
        view.history(steps, query);
    }

    private static Answer steps(ApiClient client, SubjectChoice chosen) {
        return new Pages(client).all(chosen.path("history"));
    }
}
