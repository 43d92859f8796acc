package vorsprung.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.app.client.Answer;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.Paragraph;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Sheet;
import vorsprung.app.table.Table;

/** How a number came about, laid out for people. */
final class ExplanationView {

    private static final Table<Answer> LEAPS = Table.of(
            Column.text("record by", row -> Figures.text(row.object("record").text("modelId"))),
            Column.number("score", row -> Figures.score(row.object("record").number("score"))),
            Column.number("on", row -> Figures.day(row.object("record").time("at"))),
            Column.text("matched by", row -> Figures.text(row.object("catchUp").text("modelId"))),
            Column.number("score", row -> Figures.score(row.object("catchUp").number("score"))),
            Column.number("on", row -> Figures.day(row.object("catchUp").time("at"))),
            Column.number("days", row -> Figures.days(row.number("lagDays"))));

    private final Talk talk;

    ExplanationView(Talk talk) {
        this.talk = talk;
    }

    void show(Answer why) {
        String figure = why.text("figure").orElse("");
        talk.title(why.text("subject").orElse(""), "  " + figure + ", as of " + Figures.day(why.time("asOf")));
        talk.sheet(value(figure, why));
        Paragraph.layout(why.text("rule").orElse(""), talk.screen()).forEach(talk.out()::println);
        List<Answer> leaps = why.list("leaps");
        if (!leaps.isEmpty()) {
            talk.gap();
            talk.table(LEAPS, leaps);
        }
        List<Answer> facts = why.list("facts");
        facts.forEach(this::fact);
        why.number("evidenceCount")
                .filter(count -> count.intValue() > facts.size())
                .ifPresent(count -> talk.say("These are the first " + facts.size() + " of " + count + " facts."));
    }

    private static Sheet value(String figure, Answer why) {
        JsonNode value = why.json().path("value");
        Sheet sheet = new Sheet();
        if (value.isObject()) {
            value.properties().stream()
                    .filter(field -> !field.getKey().equals("evidence"))
                    .forEach(field ->
                            sheet.add(SafeText.line(field.getKey()), FieldText.of(field.getKey(), field.getValue())));
        } else if (value.isArray()) {
            value.forEach(each -> sheet.add(figure, FieldText.of(figure, each)));
        } else {
            sheet.add(figure, FieldText.of(figure, value), why.text("unit").orElse(""));
        }
        return sheet;
    }

    private void fact(Answer fact) {
        talk.gap();
        talk.title(
                fact.text("eventId").orElse(""),
                "  " + fact.text("type").orElse("") + ", " + Figures.day(fact.time("occurredAt")));
        Sheet sheet = new Sheet();
        fact.object("fields")
                .fields()
                .forEach(field ->
                        sheet.add(SafeText.line(field.getKey()), FieldText.of(field.getKey(), field.getValue())));
        fact.list("reports")
                .forEach(report -> sheet.add(
                        (report.isTrue("retracted") ? "retracted " : "reported ")
                                + Figures.day(report.time("recordedAt")),
                        "by " + source(report),
                        place(report)));
        talk.sheet(sheet);
        fact.texts("disagreements").forEach(field -> disagreement(field, fact.list("reports")));
    }

    private void disagreement(String field, List<Answer> reports) {
        List<String> said = new ArrayList<>();
        for (Answer report : reports) {
            JsonNode value = report.json().path("fields").path(field);
            if (!value.isMissingNode()) {
                said.add(FieldText.of(field, value) + " by " + source(report));
            }
        }
        String what = said.isEmpty() ? "" : ": " + String.join(", ", said);
        Paragraph.layout("Reports disagree on " + field + what + ".", talk.screen())
                .forEach(talk.out()::println);
    }

    private static String source(Answer report) {
        Answer source = report.object("source");
        return Figures.text(source.text("name").or(() -> source.text("url")).or(() -> Optional.of("nobody named")));
    }

    private static String place(Answer report) {
        return report.text("topic").orElse("") + " partition "
                + report.json().path("partition").asText("?") + " offset "
                + report.json().path("offset").asText("?");
    }
}
