package vorsprung.processor.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.lead.BenchmarkFigures;
import vorsprung.processor.domain.lead.FrontierRecord;
import vorsprung.processor.domain.lead.MatchedLead;
import vorsprung.processor.domain.lead.RaceGrounds;
import vorsprung.processor.domain.lead.RaceView;
import vorsprung.processor.domain.lead.Standing;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.query.BenchmarkQuery;
import vorsprung.processor.query.BenchmarkQuery.Between;
import vorsprung.processor.query.CompanyQuery;
import vorsprung.processor.query.CompanyQuery.ClaimedLead;
import vorsprung.processor.query.ModelQuery;
import vorsprung.processor.query.Queries;
import vorsprung.processor.query.Question;

/**
 * Explains figures out of the same answers that bear them: a value here is the value there, and the facts are those that
 * the answer names as its evidence.
 */
public final class Explainer {
    private static final Evidence NOTHING = Evidence.of(List.of());

    private final CompanyQuery companies;
    private final BenchmarkQuery benchmarks;
    private final ModelQuery models;
    private final Facts facts;

    /** Explains what these queries answer. */
    public Explainer(Queries queries) {
        this.companies = queries.companies();
        this.benchmarks = queries.benchmarks();
        this.models = queries.models();
        this.facts = new Facts(queries.events());
    }

    /** A figure of a company; empty when none of its facts is in force. */
    public Optional<Explanation> company(String companyId, Definition<Company> figure, Question question) {
        return companies
                .company(companyId, question)
                .map(company -> about(companyId, question).explain(figure, company, company.evidence()));
    }

    /** A figure of a model; empty when none of its facts is in force. */
    public Optional<Explanation> model(String modelId, Definition<Model> figure, Question question) {
        return models.model(modelId, question)
                .map(model -> about(modelId, question).explain(figure, model, model.evidence()));
    }

    /** A figure of a benchmark; empty when no result is in force. */
    public Optional<Explanation> benchmark(String benchmarkId, Definition<BenchmarkFigures> figure, Question question) {
        return ofRace(benchmarkId, question).map(grounds -> {
            boolean isVorsprung = figure.figure().equals("vorsprungDays");
            return about(benchmarkId, question)
                    .withLeaps(isVorsprung ? grounds.leaps() : List.of())
                    .explain(figure, grounds.figures(), grounds.evidence());
        });
    }

    /** The lead window that is open on a benchmark; empty when no result is in force. */
    public Optional<Explanation> lead(String benchmarkId, Question question) {
        return ofRace(benchmarkId, question)
                .map(RaceGrounds::lead)
                .map(lead -> about(benchmarkId, question)
                        .explain(BenchmarkDefinitions.LEAD, lead, Evidence.of(lead.evidence())));
    }

    /**
     * How long it took to match a record of a benchmark's frontier; empty when there is no such record.
     *
     * @param at when the record was set; null means the last one
     */
    public Optional<Explanation> lag(String benchmarkId, @Nullable Instant at, Question question) {
        return benchmarks
                .ask(benchmarkId, question, Between.COMPANIES, race -> record(race, at))
                .flatMap(record -> record)
                .map(record -> about(benchmarkId, question)
                        .explain(BenchmarkDefinitions.LAG, record, Evidence.of(record.evidence())));
    }

    /** What is claimed of leads, beside the measured one of a benchmark; empty when no result is in force. */
    public Optional<Explanation> claims(String benchmarkId, Question question) {
        return benchmarks.benchmark(benchmarkId, question).map(measured -> {
            List<ClaimedLead> claims = companies.claims(question);
            Definition<List<ClaimedLead>> figure = BenchmarkDefinitions.CLAIMS;
            return new Explanation(
                    benchmarkId,
                    figure.figure(),
                    figure.unit(),
                    claims,
                    figure.rule(),
                    claims.size(),
                    claims.stream()
                            .limit(Evidence.MOST)
                            .flatMap(claim ->
                                    facts.of(claim.companyId(), figure.grounds(), claim.eventIds(), question).stream())
                            .toList(),
                    List.of());
        });
    }

    private Optional<RaceGrounds> ofRace(String benchmarkId, Question question) {
        return benchmarks
                .ask(benchmarkId, question, Between.COMPANIES, RaceView::grounds)
                .flatMap(grounds -> grounds);
    }

    private static Optional<FrontierRecord> record(RaceView race, @Nullable Instant at) {
        Optional<Instant> last = race.standing().map(Standing::leader).map(leader -> leader.occurredAt());
        return Optional.ofNullable(at).or(() -> last).flatMap(race::record);
    }

    private About about(String subject, Question question) {
        return new About(facts, subject, question, List.of());
    }

    /** What is the same for every figure of a subject. */
    private record About(Facts facts, String subject, Question question, List<MatchedLead> leaps) {

        About withLeaps(List<MatchedLead> others) {
            return new About(facts, subject, question, others);
        }

        <T> Explanation explain(Definition<T> figure, T answer, Map<String, Evidence> evidence) {
            return explain(figure, answer, evidence.getOrDefault(figure.evidence(), NOTHING));
        }

        <T> Explanation explain(Definition<T> figure, T answer, Evidence evidence) {
            return new Explanation(
                    subject,
                    figure.figure(),
                    figure.unit(),
                    figure.value().apply(answer),
                    figure.rule(),
                    evidence.count(),
                    facts.of(subject, figure.grounds(), evidence.eventIds(), question),
                    leaps);
        }
    }
}
