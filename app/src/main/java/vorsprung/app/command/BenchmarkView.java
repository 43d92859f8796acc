package vorsprung.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.app.client.Answer;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.RaceBand;
import vorsprung.app.table.RaceBand.Span;
import vorsprung.app.table.SafeText;
import vorsprung.app.table.Sheet;
import vorsprung.app.table.Table;

/** Benchmarks and who leads on them, laid out for people. */
final class BenchmarkView {

    private static final Table<Answer> ALL = Table.of(
            Column.text("benchmark", row -> Figures.text(row.text("benchmarkId"))),
            Column.text("leader", row -> Figures.text(row.text("leader"))),
            Column.number("frontier", row -> Figures.score(row.number("frontier"))),
            Column.number("margin", row -> Figures.percent(row.number("marginPercent"))),
            Column.number("leads for, days", row -> Figures.days(row.number("leadDays"))),
            Column.number("Vorsprung, days", row -> Figures.days(row.number("vorsprungDays"))),
            Column.number("contenders", row -> Figures.number(row.number("contenders"))),
            Column.number("last result", row -> Figures.day(row.time("lastResultAt"))));

    private static final Table<Answer> WINDOWS = Table.of(
            Column.text("leader", row -> Figures.text(row.text("leader"))),
            Column.number("since", row -> Figures.day(row.time("openedAt"))),
            Column.number("until", row -> end(row, "closedAt")),
            Column.number("days", row -> Figures.days(row.number("days"))),
            Column.number("opening", row -> Figures.score(row.number("openingScore"))),
            Column.number("closing", row -> Figures.score(row.number("closingScore"))),
            Column.number("max margin", row -> Figures.score(row.number("maxMargin"))),
            Column.text("then", row -> Figures.text(row.text("successor"))),
            Column.text("with", row -> Figures.text(row.text("modelId"))));

    private static final Table<Answer> RECORDS = Table.of(
            Column.number("at", row -> Figures.day(row.time("at"))),
            Column.text("record by", row -> Figures.text(row.text("modelId"))),
            Column.number("score", row -> Figures.score(row.number("score"))),
            Column.number("lag, days", BenchmarkView::lag),
            Column.text("matched by", row -> Figures.text(row.object("catchUp").text("modelId"))),
            Column.number("score", row -> Figures.score(row.object("catchUp").number("score"))),
            Column.number(
                    "cost ratio", row -> Figures.score(row.object("catchUp").number("costRatio"))));

    private static final Table<Answer> CALENDAR = Table.of(
            Column.number("from", row -> Figures.day(row.time("from"))),
            Column.number("to", row -> Figures.day(row.time("to"))),
            Column.text("leader at end", row -> Figures.text(row.text("leaderAtEnd"))),
            Column.number("changes", row -> Figures.number(row.number("leadChanges"))),
            Column.number("frontier", row -> Figures.score(row.number("frontierEnd"))),
            Column.number("margin", row -> Figures.score(row.number("marginAtEnd"))),
            Column.number("contenders", row -> Figures.number(row.number("contenders"))),
            Column.number("lag, days", row -> Figures.days(row.number("medianLagDays"))),
            Column.text("shares of time in the lead", BenchmarkView::shares));

    private final Talk talk;

    BenchmarkView(Talk talk) {
        this.talk = talk;
    }

    void list(List<Answer> benchmarks) {
        talk.table(ALL, benchmarks);
    }

    void headline(Answer benchmark) {
        String id = benchmark.text("benchmarkId").orElse("");
        String name = benchmark.text("benchmark").orElse(id);
        String idToo = name.equals(id) ? "" : "  " + id;
        talk.title(name, idToo + ", as of " + Figures.day(benchmark.time("asOf")));
        Sheet sheet = new Sheet()
                .add("leader", Figures.text(benchmark.text("leader")), model(benchmark))
                .add("leads for, days", Figures.days(benchmark.number("leadDays")))
                .add("frontier", Figures.score(benchmark.number("frontier")))
                .add("margin", Figures.score(benchmark.number("margin")), percent(benchmark))
                .add(
                        "Vorsprung, days",
                        Figures.days(benchmark.number("vorsprungDays")),
                        "how long a lead lasts nowadays")
                .add("contenders", Figures.number(benchmark.number("contenders")), "within 2 % of the frontier")
                .add("last result", Figures.day(benchmark.time("lastResultAt")));
        benchmark.list("claims").forEach(claim -> sheet.add("claimed", months(claim), claimant(claim)));
        talk.sheet(sheet);
    }

    /** Who led when, up to the time that was asked for. */
    void chart(Answer leads) {
        List<Span> spans = leads.list("items").stream()
                .flatMap(row -> span(row, leads.time("asOf")).stream())
                .toList();
        talk.chart(RaceBand.layout(spans, talk.screen()));
    }

    void leads(Answer answer) {
        talk.table(WINDOWS, answer.list("items"));
    }

    void records(Answer answer) {
        talk.table(RECORDS, answer.list("items"));
    }

    void windows(Answer answer) {
        talk.table(CALENDAR, answer.list("items"));
    }

    private static Optional<Span> span(Answer row, Optional<Instant> now) {
        String leader = Figures.text(row.text("leader"));
        return row.time("openedAt")
                .flatMap(from -> row.time("closedAt").or(() -> now).map(to -> new Span(leader, from, to)));
    }

    private static String model(Answer benchmark) {
        return benchmark
                .text("leaderModelId")
                .map(id -> "with " + SafeText.line(id))
                .orElse("");
    }

    private static String percent(Answer benchmark) {
        return benchmark
                .number("marginPercent")
                .map(percent -> Figures.percent(Optional.of(percent)))
                .orElse("");
    }

    private static String end(Answer row, String field) {
        return row.time(field).isPresent() ? Figures.day(row.time(field)) : "now";
    }

    /** An open record's lag still runs. */
    private static String lag(Answer row) {
        return Figures.days(row.number("lagDays")) + (row.object("catchUp").isEmpty() ? " and counting" : "");
    }

    private static String months(Answer claim) {
        String least = Figures.number(claim.number("minMonths"));
        String most = Figures.number(claim.number("maxMonths"));
        return (least.equals(most) ? least : least + " to " + most) + " months";
    }

    private static String claimant(Answer claim) {
        List<String> parts = new ArrayList<>();
        claim.text("claimant").ifPresent(name -> parts.add("by " + SafeText.line(name)));
        claim.text("companyId").ifPresent(id -> parts.add("of " + SafeText.line(id)));
        claim.time("occurredAt").ifPresent(time -> parts.add("on " + Figures.day(Optional.of(time))));
        claim.number("formerMonths").ifPresent(months -> parts.add("formerly " + Figures.number(Optional.of(months))));
        return String.join(", ", parts);
    }

    private static String shares(Answer row) {
        return String.join(
                ", ",
                row.object("shares").fields().stream()
                        .map(share -> SafeText.line(share.getKey()) + " "
                                + Figures.share(Optional.of(share.getValue().decimalValue())))
                        .toList());
    }
}
