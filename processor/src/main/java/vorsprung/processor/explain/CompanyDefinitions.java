package vorsprung.processor.explain;

import static vorsprung.topic.EventType.FINANCIAL_REPORT;
import static vorsprung.topic.EventType.FUNDING_ROUND;
import static vorsprung.topic.EventType.USAGE_REPORT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.valuation.Company;

/** What the figures of a company are. Design, section 2. */
public final class CompanyDefinitions {
    private static final String[] VALUATION = {
        "round", "kind", "status", "postMoneyValuationUsd", "preMoneyValuationUsd", "amountUsd"
    };
    private static final String[] MONEY = {"round", "kind", "status", "amountUsd", "trancheOf"};

    /** All of them. */
    public static final Definitions<Company> ALL = new Definitions<>(all());

    private CompanyDefinitions() {}

    private static List<Definition<Company>> all() {
        List<Definition<Company>> all = new ArrayList<>();
        all.addAll(valuation());
        all.addAll(raised());
        all.addAll(reported());
        return all;
    }

    private static List<Definition<Company>> valuation() {
        return List.of(
                valued(
                        "valuationUsd",
                        Unit.USD,
                        Company::valuationUsd,
                        "The valuation of the last round that has one: post-money, else pre-money and amount together."
                                + " Rumours and tranches do not count."),
                valued(
                        "valuationAt",
                        Unit.TIME,
                        Company::valuationAt,
                        "When the round occurred that the valuation comes from."),
                valued(
                        "stepUp",
                        Unit.RATIO,
                        Company::stepUp,
                        "The valuation divided by the one before it, that of the previous round that has one."),
                valued(
                        "yearOverYearMultiple",
                        Unit.RATIO,
                        Company::yearOverYearMultiple,
                        "The valuation divided by what the valuation was one calendar year before it was set."),
                valued("peakValuationUsd", Unit.USD, Company::peakValuationUsd, "The highest valuation so far."),
                valued(
                        "drawdown",
                        Unit.FRACTION,
                        Company::drawdown,
                        "How far the valuation lies below its peak: 1 less the valuation divided by the peak."),
                valued(
                        "talks",
                        Unit.NONE,
                        Company::talks,
                        "The last rumoured round, if it is newer than the valuation; it counts in nothing else."));
    }

    private static List<Definition<Company>> raised() {
        return List.of(
                paid(
                        "totalRaisedUsd",
                        Unit.USD,
                        Company::totalRaisedUsd,
                        "The sum over equity, convertible and grant rounds: of a closed one its amount, or what its"
                                + " closed tranches paid if that is more; of an announced one what its closed tranches"
                                + " paid."),
                paid(
                        "announcedUsd",
                        Unit.USD,
                        Company::announcedUsd,
                        "Promised and not yet paid: the amounts of announced equity, convertible and grant rounds, each"
                                + " less its closed tranches, never below 0."),
                paid(
                        "debtRaisedUsd",
                        Unit.USD,
                        Company::debtRaisedUsd,
                        "The sum over closed debt rounds. Debt moves neither the valuation nor what was raised."),
                paid(
                        "rounds",
                        Unit.COUNT,
                        Company::rounds,
                        "The number of rounds in force, without rumours and tranches."));
    }

    private static List<Definition<Company>> reported() {
        return List.of(
                booked(
                        "monthlyBurnUsd",
                        Unit.USD,
                        Company::monthlyBurnUsd,
                        "What is spent a month, by the newest financial report that says it."),
                booked(
                        "annualizedRevenueUsd",
                        Unit.USD,
                        Company::annualizedRevenueUsd,
                        "Revenue a year at the present rate, by the newest financial report that says it."),
                booked(
                        "cashUsd",
                        Unit.USD,
                        Company::cashUsd,
                        "Cash at hand, by the newest financial report that says it."),
                Definition.<Company>of(
                                "runwayMonths",
                                Unit.MONTHS,
                                Company::runwayMonths,
                                "Cash divided by monthly burn. Cash is as last reported, without a report the largest"
                                        + " equity, convertible or grant round of the twelve months before; no burn is"
                                        + " deducted. Unknown when the burn is 0 or its report older than twelve months.")
                        .restingOn(FUNDING_ROUND, "amountUsd", "round", "kind", "status")
                        .restingOn(FINANCIAL_REPORT, "monthlyBurnUsd", "cashUsd"),
                Definition.<Company>of(
                                "revenueMultiple",
                                Unit.RATIO,
                                Company::revenueMultiple,
                                "The valuation divided by annualized revenue.")
                        .restingOn(FUNDING_ROUND, VALUATION)
                        .restingOn(FINANCIAL_REPORT, "annualizedRevenueUsd"),
                Definition.<Company>of(
                                "usage",
                                Unit.NONE,
                                Company::usage,
                                "The newest value of every product and metric that was reported.")
                        .restingOn(USAGE_REPORT, "product", "metric", "value", "atLeast"));
    }

    private static Definition<Company> valued(
            String figure, Unit unit, Function<Company, @Nullable Object> value, String rule) {
        return Definition.of(figure, unit, value, rule).restingOn(FUNDING_ROUND, VALUATION);
    }

    private static Definition<Company> paid(
            String figure, Unit unit, Function<Company, @Nullable Object> value, String rule) {
        return Definition.of(figure, unit, value, rule).restingOn(FUNDING_ROUND, MONEY);
    }

    private static Definition<Company> booked(
            String figure, Unit unit, Function<Company, @Nullable Object> value, String rule) {
        return Definition.of(figure, unit, value, rule).restingOn(FINANCIAL_REPORT, figure);
    }
}
