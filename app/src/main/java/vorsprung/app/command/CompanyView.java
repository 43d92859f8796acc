package vorsprung.app.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vorsprung.app.client.Answer;
import vorsprung.app.table.Column;
import vorsprung.app.table.Figures;
import vorsprung.app.table.Sheet;
import vorsprung.app.table.StepChart;
import vorsprung.app.table.StepChart.Step;
import vorsprung.app.table.Table;

/** One company's figures, laid out for people. */
final class CompanyView {

    private static final Table<Answer> USAGE = Table.of(
            Column.text("product", row -> Figures.text(row.text("product"))),
            Column.text("metric", row -> Figures.text(row.text("metric").map(CompanyView::words))),
            Column.number("value", row -> (row.isTrue("atLeast") ? "≥ " : "") + Figures.count(row.number("value"))),
            Column.number("at", row -> Figures.day(row.time("occurredAt"))));

    private static final Table<Answer> STEPS = Table.of(
            Column.number("at", row -> Figures.day(row.time("occurredAt"))),
            Column.number("valuation", row -> Figures.money(row.number("valuationUsd"))),
            Column.number("step-up", row -> Figures.factor(row.number("stepUp"))),
            Column.number("raised so far", row -> Figures.money(row.number("totalRaisedUsd"))),
            Column.text("event", row -> Figures.text(row.text("eventId"))));

    private final Talk talk;

    CompanyView(Talk talk) {
        this.talk = talk;
    }

    void figures(Answer company) {
        String id = company.text("companyId").orElse("");
        talk.title(company.text("company").orElse(id), "  " + id + ", as of " + Figures.day(company.time("asOf")));
        talk.sheet(valuation(company));
        talk.gap();
        talk.sheet(money(company));
    }

    void usage(Answer company) {
        List<Answer> usage = company.list("usage");
        if (!usage.isEmpty()) {
            talk.gap();
            talk.table(USAGE, usage);
        }
    }

    /** The valuation's steps up to the time that was asked for. */
    void chart(Answer history) {
        List<Step> steps = history.list("items").stream()
                .flatMap(row -> row.time("occurredAt").stream()
                        .flatMap(at -> row.number("valuationUsd").map(usd -> new Step(at, usd)).stream()))
                .toList();
        history.time("asOf").ifPresent(until -> talk.chart(StepChart.layout(steps, until, talk.screen())));
    }

    void history(Answer history, QueryOptions query) {
        List<Answer> steps = history.list("items");
        if (steps.isEmpty()) {
            talk.say("No round with a valuation " + query.isKnown() + ".");
        } else {
            talk.table(STEPS, steps);
        }
    }

    private static Sheet valuation(Answer company) {
        return new Sheet()
                .add("valuation", dollars(company, "valuationUsd"), since(company))
                .add("step-up", Figures.factor(company.number("stepUp")), reports(company, "stepUp"))
                .add("in a year", factor(company, "yearOverYearMultiple"), reports(company, "yearOverYearMultiple"))
                .add("peak", dollars(company, "peakValuationUsd"), drawdown(company))
                .add("talks", talks(company), talksAt(company));
    }

    private static Sheet money(Answer company) {
        return new Sheet()
                .add("raised", dollars(company, "totalRaisedUsd"), reports(company, "totalRaisedUsd"))
                .add("announced, not paid", dollars(company, "announcedUsd"), reports(company, "announcedUsd"))
                .add("debt", dollars(company, "debtRaisedUsd"), reports(company, "debtRaisedUsd"))
                .add("rounds", Figures.number(company.number("rounds")))
                .add("burn a month", dollars(company, "monthlyBurnUsd"), reports(company, "monthlyBurnUsd"))
                .add("cash", dollars(company, "cashUsd"), reports(company, "cashUsd"))
                .add("runway, months", Figures.tenths(company.number("runwayMonths")), reports(company, "runwayMonths"))
                .add(
                        "revenue a year",
                        dollars(company, "annualizedRevenueUsd"),
                        reports(company, "annualizedRevenueUsd"))
                .add("valuation ÷ revenue", factor(company, "revenueMultiple"), reports(company, "revenueMultiple"));
    }

    private static String dollars(Answer company, String figure) {
        return Figures.money(company.number(figure));
    }

    private static String factor(Answer company, String figure) {
        return Figures.factor(company.number(figure));
    }

    private static String since(Answer company) {
        return company.time("valuationAt")
                .map(time -> joined("since " + Figures.day(Optional.of(time)), reports(company, "valuationUsd")))
                .orElse("");
    }

    private static String drawdown(Answer company) {
        return company.number("drawdown")
                .filter(fraction -> fraction.signum() > 0)
                .map(fraction -> joined(Figures.share(Optional.of(fraction)) + " below", reports(company, "drawdown")))
                .orElse("");
    }

    private static String talks(Answer company) {
        Answer talks = company.object("talks");
        return talks.isEmpty()
                ? Figures.UNKNOWN
                : Figures.money(talks.number("amountUsd")) + " at " + Figures.money(talks.number("valuationUsd"));
    }

    private static String talksAt(Answer company) {
        return company.object("talks")
                .time("occurredAt")
                .map(time -> joined("rumored " + Figures.day(Optional.of(time)), reports(company, "talks")))
                .orElse("");
    }

    /** How many events a figure rests on. */
    private static String reports(Answer company, String figure) {
        int named = company.object("evidence").texts(figure).size();
        String events = company.object("evidenceCount")
                .number(figure)
                .map(Object::toString)
                .orElse("" + named);
        return named == 0 ? "" : named == 1 ? "1 event" : events + " events";
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + ", " + second;
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
