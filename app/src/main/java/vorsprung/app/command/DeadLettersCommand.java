package vorsprung.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.app.client.JsonText;
import vorsprung.app.deadletter.DeadLetter;
import vorsprung.app.deadletter.DeadLetterTopic;
import vorsprung.app.deadletter.Decision;
import vorsprung.app.deadletter.Decisions;
import vorsprung.app.deadletter.Redrive;
import vorsprung.app.table.Column;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Table;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.intake.EventJson;
import vorsprung.ingest.publish.CompactedTopic;
import vorsprung.topic.Topics;

/** {@code vorsprung dead-letters}: records that the processor could not use. */
@Command(
        name = "dead-letters",
        description = {
            "Shows the records that the processor could not use, and ends each: retry sends it to its topic again,"
                    + " discard leaves it for good. Each is called by its number, its offset on market.dead-letters."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung dead-letters list",
            "  vorsprung dead-letters show 12",
            "  vorsprung dead-letters retry 12 13",
            "  vorsprung dead-letters discard 14 --why \"a test that went to the wrong cluster\""
        },
        subcommands = {
            DeadLettersCommand.ListCommand.class,
            DeadLettersCommand.ShowCommand.class,
            DeadLettersCommand.RetryCommand.class,
            DeadLettersCommand.DiscardCommand.class
        })
public final class DeadLettersCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, retry or discard");
    }

    /** A dead letter and what was decided about it. */
    private record Row(DeadLetter letter, Optional<Decision> decision) {
        String state() {
            return decision.map(made -> made.kind().name().toLowerCase(Locale.ROOT))
                    .orElse("open");
        }

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("number", letter.number())
                    .put("state", state())
                    .put("topic", letter.topic())
                    .put("partition", letter.partition())
                    .put("offset", letter.offset())
                    .put("publishedAt", letter.publishedAt().toString())
                    .put("cause", letter.cause());
            decision.ifPresent(
                    made -> json.put("decidedAt", made.at().toString()).put("note", made.note()));
            return json;
        }
    }

    /** What all four need. */
    static final class Access implements AutoCloseable {
        private final CompactedTopic store;
        private final DeadLetterTopic topic;
        private final Decisions decisions;
        private final Redrive redrive;

        private Access(ClusterOptions cluster, Talk talk) throws IOException, InterruptedException {
            Map<String, String> settings = cluster.clientSettings(talk.environment());
            KafkaAdmin.connect(settings).close();
            IngestConfig config = IngestConfig.of(cluster.settings(talk.environment()));
            this.store = new CompactedTopic(Topics.DEAD_LETTER_DECISIONS, config.publish());
            this.topic = new DeadLetterTopic(settings);
            this.decisions = new Decisions(store);
            this.redrive = new Redrive(settings, decisions, InstantSource.system());
        }

        static Access open(ClusterOptions cluster, Talk talk) throws IOException, InterruptedException {
            Logs.quiet();
            return new Access(cluster, talk);
        }

        private List<Row> rows() {
            Map<Long, Decision> made = decisions.all();
            return topic.all().stream()
                    .map(letter -> new Row(letter, Optional.ofNullable(made.get(letter.number()))))
                    .toList();
        }

        private Optional<Row> row(long number) {
            Map<Long, Decision> made = decisions.all();
            return topic.numbered(number).map(letter -> new Row(letter, Optional.ofNullable(made.get(number))));
        }

        @Override
        public void close() {
            redrive.close();
            topic.close();
            store.close();
        }
    }

    /** {@code dead-letters list}. */
    @Command(name = "list", description = "Lists the dead letters that are open, or all of them.")
    static final class ListCommand implements Callable<Integer> {
        private static final Table<Row> TABLE = Table.of(
                Column.number("number", row -> Long.toString(row.letter().number())),
                Column.text("state", Row::state),
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
            List<Row> rows;
            try (Access access = Access.open(cluster, talk)) {
                rows = access.rows();
            }
            List<Row> shown =
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

    /** {@code dead-letters show}. */
    @Command(
            name = "show",
            description = "Shows all there is of one: cause, origin, key, value, and the event if it can be read.")
    static final class ShowCommand implements Callable<Integer> {
        @Mixin
        private final ClusterOptions cluster = new ClusterOptions();

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private Talk talk;

        @Parameters(paramLabel = "NUMBER", description = "Its number, as list tells it.")
        private long number;

        @Override
        public Integer call() throws IOException, InterruptedException {
            try (Access access = Access.open(cluster, talk)) {
                Optional<Row> row = access.row(number);
                if (row.isEmpty()) {
                    talk.say("There is no dead letter " + number + ".");
                    return Exit.NOTHING_FOUND;
                }
                talk.out().println(SafeText.json(JsonText.pretty(json(row.get(), access.redrive))));
                return Exit.OK;
            }
        }

        private static ObjectNode json(Row row, Redrive redrive) {
            ObjectNode json = row.json();
            DeadLetter letter = row.letter();
            letter.key().ifPresent(bytes -> json.put("key", new String(bytes, StandardCharsets.UTF_8)));
            letter.value()
                    .ifPresent(bytes -> json.put("valueHex", HexFormat.of().formatHex(bytes)));
            ObjectNode headers = json.putObject("headers");
            letter.publishersHeaders().forEach(headers::put);
            redrive.event(letter)
                    .ifPresent(event ->
                            json.set("event", EventJson.of(letter.type().orElseThrow(), event)));
            json.put(
                    "retry",
                    redrive.obstacle(letter)
                            .map(why -> "would fail again: " + why)
                            .orElse("would be taken"));
            return json;
        }
    }

    /** {@code dead-letters retry}. */
    @Command(
            name = "retry",
            description =
                    "Sends the bytes to their topic again, under the event's own key, once what was wrong is mended.")
    static final class RetryCommand implements Callable<Integer> {
        @Mixin
        private final ClusterOptions cluster = new ClusterOptions();

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private Talk talk;

        @ArgGroup(multiplicity = "1")
        private final Which which = new Which();

        @Override
        public Integer call() throws IOException, InterruptedException {
            int failed = 0;
            try (Access access = Access.open(cluster, talk)) {
                for (Row row : which.rows(access, talk)) {
                    Optional<String> obstacle = access.redrive.obstacle(row.letter());
                    if (obstacle.isPresent()) {
                        talk.say(row.letter().number() + " would fail again: " + obstacle.get());
                        failed++;
                    } else {
                        talk.out().println(row.letter().number() + " is now " + access.redrive.retry(row.letter()));
                    }
                }
            }
            return failed == 0 && which.found() ? Exit.OK : Exit.FAILED;
        }
    }

    /** {@code dead-letters discard}. */
    @Command(
            name = "discard",
            description = "Leaves dead letters for good; list shows them no more, the topic keeps them.")
    static final class DiscardCommand implements Callable<Integer> {
        @Mixin
        private final ClusterOptions cluster = new ClusterOptions();

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private Talk talk;

        @ArgGroup(multiplicity = "1")
        private final Which which = new Which();

        @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for who asks later.")
        private String why = "";

        @Override
        public Integer call() throws IOException, InterruptedException {
            try (Access access = Access.open(cluster, talk)) {
                for (Row row : which.rows(access, talk)) {
                    access.redrive.discard(row.letter(), why);
                    talk.out().println(row.letter().number() + " is discarded");
                }
            }
            return which.found() ? Exit.OK : Exit.FAILED;
        }
    }

    /** Some dead letters by their numbers, or all that are open. */
    static final class Which {
        @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "Numbers, as list tells them.")
        private List<Long> numbers = List.of();

        @Option(names = "--all-open", description = "All that are open.")
        private boolean allOpen;

        private boolean found = true;

        private List<Row> rows(Access access, Talk talk) {
            if (allOpen) {
                return access.rows().stream()
                        .filter(row -> row.decision().isEmpty())
                        .toList();
            }
            List<Row> rows = new ArrayList<>();
            for (long number : numbers) {
                Optional<Row> row = access.row(number);
                row.ifPresent(rows::add);
                if (row.isEmpty()) {
                    talk.say("There is no dead letter " + number + ".");
                    found = false;
                }
            }
            return List.copyOf(rows);
        }

        private boolean found() {
            return found;
        }
    }
}
