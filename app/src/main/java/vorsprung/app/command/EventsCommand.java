package vorsprung.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vorsprung.app.client.Answer;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Sheet;

/** {@code vorsprung events TYPE KEY EVENTID}: one fact with all its reports, the evidence behind a figure. */
@Command(
        name = "events",
        description = "Shows one fact and every report of it: the evidence behind a figure.",
        footer = {
            "",
            "Examples:",
            "  vorsprung events funding-round openai funding:openai:2025-03-31:40b",
            "  vorsprung events model-release deepseek/deepseek-r1 release:deepseek:deepseek-r1 --json"
        })
public final class EventsCommand implements Callable<Integer> {

    /** Where a report lies comes last, in one line. */
    private static final Set<String> PLACE = Set.of("topic", "partition", "offset");

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Output output;

    @Parameters(
            index = "0",
            paramLabel = "TYPE",
            completionCandidates = Candidates.EventTypes.class,
            description = "The event type, such as funding-round.")
    private String type = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "The company's, model's or benchmark's id.")
    private String key = "";

    @Parameters(index = "2", paramLabel = "EVENTID", description = "The fact's id.")
    private String eventId = "";

    @Override
    public Integer call() {
        Answer answer = query.client().get(query.path(segments()));
        if (output.isJson()) {
            output.json(answer);
        } else {
            show(answer);
        }
        return Exit.OK;
    }

    /** A model's id holds a slash, and takes two segments. */
    private String[] segments() {
        List<String> segments = new ArrayList<>();
        segments.add("events");
        segments.add(type);
        segments.addAll(List.of(key.split("/", -1)));
        segments.add(eventId);
        return segments.toArray(String[]::new);
    }

    private void show(Answer answer) {
        List<Answer> reports = answer.list("reports");
        output.talk()
                .title(
                        answer.text("eventId").orElse(eventId),
                        "  " + answer.text("type").orElse(type));
        output.talk().sheet(fields(answer.object("fact")));
        List<String> disagreements = answer.texts("disagreements");
        if (!disagreements.isEmpty()) {
            output.talk()
                    .out()
                    .println(SafeText.line("  Reports disagree on " + String.join(", ", disagreements) + "."));
        }
        for (int i = 0; i < reports.size(); i++) {
            output.talk().gap();
            output.talk().title("Report " + (i + 1) + " of " + reports.size(), place(reports.get(i)));
            output.talk().sheet(fields(reports.get(i)));
        }
    }

    private static Sheet fields(Answer object) {
        Sheet sheet = new Sheet();
        object.fields().stream()
                .filter(field -> !PLACE.contains(field.getKey()))
                .forEach(field -> sheet.add(SafeText.line(field.getKey()), value(field)));
        return sheet;
    }

    private static String value(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        return SafeText.line(value.isTextual() ? value.textValue() : value.toString());
    }

    private static String place(Answer report) {
        return "  " + report.text("topic").orElse("") + " partition "
                + report.json().path("partition").asText("?") + " offset "
                + report.json().path("offset").asText("?");
    }
}
