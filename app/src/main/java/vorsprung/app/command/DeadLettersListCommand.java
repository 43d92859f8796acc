package vorsprung.app.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.JsonText;
import vorsprung.app.table.Column;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Table;

/** {@code dead-letters list}. */
@Command(name = "list", description = "Lists the dead letters that are open, or all of them.")
public final class DeadLettersListCommand implements Callable<Integer> {
    private static final Table<DeadLetterRow> TABLE = Table.of(
            Column.number("number", row -> Long.toString(row.letter().number())),
            Column.text("state", DeadLetterRow::state),
            Column.text("topic", row -> row.letter().topic()),
            Column.number("partition", row -> row.letter().partition()),
            Column.number("offset", row -> row.letter().offset()),
            Column.text("cause", row -> SafeText.line(row.letter().cause())));

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Option(names = "--all", description = "Also those that were retried or discarded.")
    private boolean all;

    @Option(names = "--json", description = "A JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<DeadLetterRow> rows;
        try (DeadLetterAccess access = DeadLetterAccess.open(cluster, talk)) {
            rows = access.rows();
        }
        List<DeadLetterRow> shown =
                rows.stream().filter(row -> all || row.decision().isEmpty()).toList();
        if (json) {
            shown.forEach(row -> talk.out().println(JsonText.line(row.json())));
            return Exit.OK;
        }
        if (shown.isEmpty()) {
            talk.say("No dead letter is open; " + rows.size() + " in all.");
            return Exit.OK;
        }
        talk.table(TABLE, shown);
        return Exit.OK;
    }
}
