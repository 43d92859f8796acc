package vorsprung.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.Answer;
import vorsprung.app.client.Pages;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.Table;

/** {@code vorsprung valuations}: what the companies are worth. */
@Command(
        name = "valuations",
        description = "Shows what the companies are worth, have raised and spend.",
        footer = {
            "",
            "Examples:",
            "  vorsprung valuations",
            "  vorsprung valuations --as-of 2025-03-31 --limit 5",
            "  vorsprung valuations --as-of 2025-03-01 --known-at 2025-04-01 --json"
        })
public final class ValuationsCommand implements Callable<Integer> {

    private static final Table<Answer> TABLE = Table.of(
            Column.text("company", row -> Figures.text(row.text("company").or(() -> row.text("companyId")))),
            Column.number("valuation", row -> Figures.money(row.number("valuationUsd"))),
            Column.number("at", row -> Figures.day(row.time("valuationAt"))),
            Column.number("step-up", row -> Figures.factor(row.number("stepUp"))),
            Column.number("raised", row -> Figures.money(row.number("totalRaisedUsd"))),
            Column.number("announced", row -> Figures.money(row.number("announcedUsd"))),
            Column.number("runway, months", row -> Figures.tenths(row.number("runwayMonths"))),
            Column.number("÷ revenue", row -> Figures.factor(row.number("revenueMultiple"))));

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            description = "The figure to sort by, named as in --json. Default: the service's order.")
    private Optional<String> sort = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = Count.class,
            description = "How many companies at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
        Answer answer = new Pages(query.client()).first(query.path("companies").with("sort", sort), limit);
        if (output.isJson()) {
            output.json(answer);
            return Exit.OK;
        }
        return show(answer);
    }

    private int show(Answer answer) {
        List<Answer> companies = answer.list("items");
        if (companies.isEmpty()) {
            output.talk().say("No company " + query.isKnown() + ".");
            return Exit.NOTHING_FOUND;
        }
        output.talk().table(TABLE, companies);
        if (Pages.goesOn(answer)) {
            output.talk().say("There are more than " + companies.size() + ": --limit shows them.");
        }
        return Exit.OK;
    }
}
