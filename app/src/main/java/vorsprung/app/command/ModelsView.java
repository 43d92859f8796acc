package vorsprung.app.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import vorsprung.app.client.Answer;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.Sheet;
import vorsprung.app.table.Table;

/** Models, what they score and what they cost, laid out for people. Prices are US dollars per million tokens. */
final class ModelsView {

    private static final Table<Answer> MODELS = Table.of(
            Column.text("model", row -> Figures.text(row.text("modelId"))),
            Column.number("released", row -> Figures.day(row.time("releasedAt"))),
            Column.text("weights", ModelsView::weights),
            Column.number("context", row -> Figures.count(row.number("contextWindowTokens"))),
            Column.number("trained for", row -> Figures.money(row.number("trainingCostUsd"))),
            Column.number("price", row -> price(row.object("price"), "blended")),
            Column.number("scores", ModelsView::scores));

    private static final Table<Answer> PRICES = Table.of(
            Column.text("model", row -> Figures.text(row.text("modelId"))),
            Column.number("blended", row -> price(row.object("price"), "blended")),
            Column.number("input", row -> price(row.object("price"), "input")),
            Column.number("output", row -> price(row.object("price"), "output")),
            Column.number("since", row -> Figures.day(row.object("price").time("since"))),
            Column.number("cuts", row -> Figures.number(row.number("priceCuts"))),
            Column.number("rises", row -> Figures.number(row.number("priceRises"))),
            Column.number("since the first", row -> Figures.percent(row.number("changePercent"))));

    private static final Table<Answer> STEPS = Table.of(
            Column.number("since", row -> Figures.day(row.time("from"))),
            Column.number("until", ModelsView::end),
            Column.number("blended", row -> price(row, "blended")),
            Column.number("input", row -> price(row, "input")),
            Column.number("output", row -> price(row, "output")),
            Column.number("cached input", row -> price(row, "cachedInput")));

    private static final Table<Answer> CAPABILITY = Table.of(
            Column.number("since", row -> Figures.day(row.time("from"))),
            Column.number("until", ModelsView::end),
            Column.number("blended", row -> price(row, "blended")),
            Column.text("model", row -> Figures.text(row.text("modelId"))));

    private static final Table<Answer> SCORES = Table.of(
            Column.text("benchmark", row -> Figures.text(row.text("benchmarkId"))),
            Column.number("score", row -> Figures.score(row.number("score"))),
            Column.number("at", row -> Figures.day(row.time("occurredAt"))));

    private final Talk talk;

    ModelsView(Talk talk) {
        this.talk = talk;
    }

    void list(List<Answer> models) {
        talk.table(MODELS, models);
    }

    void prices(List<Answer> models) {
        talk.table(PRICES, models);
    }

    void steps(List<Answer> steps) {
        talk.table(STEPS, steps);
    }

    void model(Answer model) {
        String id = model.text("modelId").orElse("");
        talk.title(model.text("model").orElse(id), "  " + id + ", as of " + Figures.day(model.time("asOf")));
        talk.sheet(new Sheet()
                .add("released", Figures.day(model.time("releasedAt")))
                .add("weights", weights(model))
                .add("context", Figures.count(model.number("contextWindowTokens")), "tokens")
                .add("parameters", Figures.count(model.number("parameters")))
                .add("trained for", Figures.money(model.number("trainingCostUsd")), basis(model))
                .add(
                        "price",
                        price(model.object("price"), "blended"),
                        "per million tokens, input to output three to one")
                .add("  input", price(model.object("price"), "input"))
                .add("  output", price(model.object("price"), "output"))
                .add("since the first", Figures.percent(model.number("changePercent")), moves(model)));
        List<Answer> scores = model.list("scores");
        if (!scores.isEmpty()) {
            talk.gap();
            talk.table(SCORES, scores);
        }
    }

    void capability(Answer capability) {
        talk.title(
                capability.text("benchmarkId").orElse("") + " of at least "
                        + Figures.score(capability.number("minScore")),
                "  US dollars per million tokens, as of " + Figures.day(capability.time("asOf")));
        talk.table(CAPABILITY, capability.list("items"));
        capability
                .number("factorPerYear")
                .ifPresent(factor -> talk.out().println("Each year it becomes " + trend(factor) + "."));
    }

    /** A price that falls to a half is 2 times cheaper; one that doubles is 2 times dearer. */
    private static String trend(BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) >= 0
                ? Figures.factor(Optional.of(factor)) + " cheaper"
                : Figures.factor(Optional.of(BigDecimal.ONE.divide(factor, MathContext.DECIMAL64))) + " dearer";
    }

    private static String price(Answer price, String kind) {
        return FieldText.price(price.number(kind + "UsdPerMillionTokens"));
    }

    private static String end(Answer row) {
        return row.time("to").isPresent() ? Figures.day(row.time("to")) : "now";
    }

    private static String weights(Answer model) {
        return model.json().path("openWeights").isBoolean()
                ? model.isTrue("openWeights") ? "open" : "closed"
                : Figures.UNKNOWN;
    }

    private static String scores(Answer model) {
        return Integer.toString(model.list("scores").size());
    }

    private static String basis(Answer model) {
        return model.text("trainingCostBasis").map(SignalText::words).orElse("");
    }

    private static String moves(Answer model) {
        return Figures.number(model.number("priceCuts")) + " cuts, " + Figures.number(model.number("priceRises"))
                + " rises";
    }
}
