package vorsprung.app.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.Answer;
import vorsprung.app.client.ApiPath;
import vorsprung.app.client.Pages;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.Table;

/** {@code vorsprung changes}: which figures changed, and by which report. */
@Command(
        name = "changes",
        description = {
            "Shows which figures changed, the newest change first: before, after, and the fact whose report did it.",
            "Changes are kept for seven days."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung changes",
            "  vorsprung changes --since 2025-03-01 --subject openai",
            "  vorsprung changes --limit 500 --json"
        })
public final class ChangesCommand implements Callable<Integer> {

    private static final Table<Answer> TABLE = Table.of(
            Column.number("at", row -> Figures.text(row.time("changedAt").map(ChangesCommand::second))),
            Column.text("subject", row -> Figures.text(row.text("subject"))),
            Column.text("figure", row -> Figures.text(row.text("figure"))),
            Column.number("before", row -> value(row, "before")),
            Column.number("after", row -> value(row, "after")),
            Column.text("by", row -> Figures.text(row.object("report").text("eventId"))));

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only changes since then: 2025-03-31, 2025-03, 2025 or an instant. Default: seven days ago.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--subject", paramLabel = "ID", description = "Only figures of this company, benchmark or model.")
    private Optional<String> subject = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = Count.class,
            description = "How many changes at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
        Answer answer = new Pages(api.client())
                .first(
                        ApiPath.of("v1", "changes")
                                .with("since", since)
                                .with("subject", subject)
                                .with("sort", "-changedAt"),
                        limit);
        if (output.isJson()) {
            output.json(answer);
            return Exit.OK;
        }
        List<Answer> changes = answer.list("items");
        if (changes.isEmpty()) {
            output.talk().say("Nothing has changed since then, as far as it is kept.");
            return Exit.NOTHING_FOUND;
        }
        output.talk().table(TABLE, changes);
        if (Pages.goesOn(answer)) {
            output.talk().say("There are more than " + changes.size() + ": --limit shows them.");
        }
        return Exit.OK;
    }

    private static String value(Answer row, String side) {
        return FieldText.of(row.text("figure").orElse(""), row.json().path(side));
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
