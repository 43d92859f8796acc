package vorsprung.processor.explain;

import static vorsprung.topic.EventType.BENCHMARK_RESULT;
import static vorsprung.topic.EventType.LEAD_CLAIM;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.lead.BenchmarkFigures;
import vorsprung.processor.domain.lead.FrontierRecord;
import vorsprung.processor.domain.lead.LeadWindow;
import vorsprung.processor.query.CompanyQuery.ClaimedLead;

/** What the figures of a benchmark are. Design, section 3. */
public final class BenchmarkDefinitions {
    private static final String[] RESULT = {"companyId", "modelId", "score", "scoreUnit"};

    /** The figures of the benchmark itself. */
    public static final Definitions<BenchmarkFigures> FIGURES = new Definitions<>(List.of(
            scored(
                    "leader",
                    Unit.NONE,
                    BenchmarkFigures::leader,
                    "The company whose best score is the best of all; of several with that score the one that reached it"
                            + " first. A tie never moves the lead."),
            scored(
                    "leaderModelId",
                    Unit.NONE,
                    BenchmarkFigures::leaderModelId,
                    "The model with which the leader reached its best score."),
            scored("frontier", Unit.SCORE, BenchmarkFigures::frontier, "The best score of all companies."),
            scored(
                    "margin",
                    Unit.SCORE,
                    BenchmarkFigures::margin,
                    "The leader's best score less the best score of all other companies; unknown while there is no"
                            + " other."),
            scored(
                    "marginPercent",
                    Unit.PERCENT,
                    BenchmarkFigures::marginPercent,
                    "The margin in percent of the best score of all other companies."),
            scored(
                    "leadDays",
                    Unit.DAYS,
                    BenchmarkFigures::leadDays,
                    "Days since the leader took the lead that it still has."),
            scored(
                    "vorsprungDays",
                    Unit.DAYS,
                    BenchmarkFigures::vorsprungDays,
                    "How long a lead lasts nowadays: the median of the last five times that a rival matched a lead. Each"
                            + " counts from the earliest record matched to the result that matched it."),
            scored(
                    "contenders",
                    Unit.COUNT,
                    BenchmarkFigures::contenders,
                    "How many companies have a best score within 2 % of the frontier, the leader among them."),
            scored(
                    "lastResultAt",
                    Unit.TIME,
                    BenchmarkFigures::lastResultAt,
                    "When the newest result occurred: how fresh the benchmark is."),
            Definition.<BenchmarkFigures>of(
                            "higherIsBetter",
                            Unit.NONE,
                            BenchmarkFigures::higherIsBetter,
                            "Whether a greater score is better, by the last result; unknown counts as yes.")
                    .restingOn(BENCHMARK_RESULT, "higherIsBetter", "score")));

    /** The lead that is open. */
    public static final Definition<LeadWindow> LEAD = Definition.<LeadWindow>of(
                    "lead",
                    Unit.NONE,
                    lead -> lead,
                    "The time during which one company has led without a break. It opens with a score strictly better than"
                            + " every other, and lasts until another company's is.")
            .restingOn(BENCHMARK_RESULT, RESULT);

    /** How long it took to match a record of the frontier. */
    public static final Definition<FrontierRecord> LAG = Definition.<FrontierRecord>of(
                    "lagDays",
                    Unit.DAYS,
                    FrontierRecord::lagDays,
                    "Days from a record of the frontier to the first result of another company that is as good; of a"
                            + " record that nobody has matched, days up to the time asked about.")
            .restingOn(BENCHMARK_RESULT, RESULT);

    /** What is claimed of leads. */
    public static final Definition<List<ClaimedLead>> CLAIMS = Definition.<List<ClaimedLead>>of(
                    "claims",
                    Unit.NONE,
                    claims -> claims,
                    "What anybody claimed of a company's lead, in the order of the claims. It stands beside the measured"
                            + " Vorsprung of every benchmark, and no figure rests on it.")
            .restingOn(LEAD_CLAIM, "claimant", "minMonths", "maxMonths", "formerMonths", "statement");

    private BenchmarkDefinitions() {}

    /** The names of all of them. */
    public static List<String> names() {
        return Stream.concat(FIGURES.names().stream(), Stream.of(LEAD.figure(), LAG.figure(), CLAIMS.figure()))
                .toList();
    }

    private static Definition<BenchmarkFigures> scored(
            String figure, Unit unit, Function<BenchmarkFigures, @Nullable Object> value, String rule) {
        return Definition.of(figure, unit, value, rule).restingOn(BENCHMARK_RESULT, RESULT);
    }
}
