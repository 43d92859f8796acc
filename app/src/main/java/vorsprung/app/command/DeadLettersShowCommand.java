package vorsprung.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vorsprung.app.client.JsonText;
import vorsprung.app.deadletter.DeadLetter;
import vorsprung.app.deadletter.Redrive;
import vorsprung.app.table.SafeText;
import vorsprung.ingest.intake.EventJson;

/** {@code dead-letters show}. */
@Command(
        name = "show",
        description = "Shows all there is of one: cause, origin, key, value, and the event if it can be read.")
public final class DeadLettersShowCommand implements Callable<Integer> {
    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Parameters(paramLabel = "NUMBER", description = "Its number, as list tells it.")
    private long number;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (DeadLetterAccess access = DeadLetterAccess.open(cluster, talk)) {
            Optional<DeadLetterRow> row = access.row(number);
            if (row.isEmpty()) {
                talk.say("There is no dead letter " + number + ".");
                return Exit.NOTHING_FOUND;
            }
            talk.out().println(SafeText.json(JsonText.pretty(json(row.get(), access.redrive()))));
            return Exit.OK;
        }
    }

    private static ObjectNode json(DeadLetterRow row, Redrive redrive) {
        ObjectNode json = row.json();
        DeadLetter letter = row.letter();
        letter.key().ifPresent(bytes -> json.put("key", new String(bytes, StandardCharsets.UTF_8)));
        letter.value().ifPresent(bytes -> json.put("valueHex", HexFormat.of().formatHex(bytes)));
        ObjectNode headers = json.putObject("headers");
        letter.publishersHeaders().forEach(headers::put);
        redrive.event(letter)
                .ifPresent(event -> json.set("event", EventJson.of(letter.type().orElseThrow(), event)));
        json.put(
                "retry",
                redrive.obstacle(letter).map(why -> "would fail again: " + why).orElse("would be taken"));
        return json;
    }
}
