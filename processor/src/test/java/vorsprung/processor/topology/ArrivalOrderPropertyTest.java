package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.lead.BenchmarkFigures;
import vorsprung.processor.domain.lead.CompetitiveWindow;
import vorsprung.processor.domain.lead.FrontierRecord;
import vorsprung.processor.domain.lead.LeadWindow;
import vorsprung.processor.domain.lead.RaceView;
import vorsprung.processor.domain.lead.WindowSize;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.domain.price.PriceStep;
import vorsprung.processor.domain.signal.Signal;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.domain.valuation.ValuationHistory;
import vorsprung.processor.domain.valuation.ValuationStep;
import vorsprung.processor.query.BenchmarkQuery.Between;
import vorsprung.processor.query.Question;

/**
 * The answers depend on the reports alone, not on the order in which they arrive, nor on what became known later. All
 * systems that are compared live in one driver, each under a subject of its own.
 *
 * <p>Each set of reports arrives in two further orders; {@code -Dvorsprung.arrival-orders=50} tries that many.
 */
class ArrivalOrderPropertyTest {
    private static final int ORDERS = Integer.getInteger("vorsprung.arrival-orders", 2);

    private final TopologyFixture market = new TopologyFixture();
    private int subjects;

    @AfterProperty
    void close() {
        market.close();
    }

    /** Answers a question about a subject. */
    private interface Asking {
        Object ask(String subject, Question question);
    }

    private record CompanyAnswer(Optional<Company> company, List<ValuationStep> history) {}

    private record BenchmarkAnswer(
            Optional<BenchmarkFigures> figures,
            List<LeadWindow> leads,
            List<FrontierRecord> records,
            List<CompetitiveWindow> windows) {}

    private record StandingSignal(
            Signal.Type type,
            String cause,
            Instant occurredAt,
            @Nullable Double value,
            @Nullable Double previous,
            @Nullable String detail,
            List<String> evidence) {
        static StandingSignal of(Signal signal) {
            return new StandingSignal(
                    signal.type(),
                    signal.cause(),
                    signal.occurredAt(),
                    signal.value(),
                    signal.previous(),
                    signal.detail(),
                    signal.evidence());
        }
    }

    private record ModelAnswer(Optional<Model> model, List<PriceStep> prices) {}

    @Provide
    Arbitrary<List<Sketch>> ofACompany() {
        return RandomReports.ofACompany();
    }

    @Provide
    Arbitrary<List<Sketch>> ofABenchmark() {
        return RandomReports.ofABenchmark();
    }

    @Provide
    Arbitrary<List<Sketch>> ofAModel() {
        return RandomReports.ofAModel();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theFiguresOfACompanyAreTheSameForEveryOrderOfArrival(
            @ForAll("ofACompany") List<Sketch> reports, @ForAll Random random) {
        assertSameInEveryOrder("company-", reports, random, this::company);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theRaceOfABenchmarkIsTheSameForEveryOrderOfArrival(
            @ForAll("ofABenchmark") List<Sketch> reports, @ForAll Random random) {
        assertSameInEveryOrder("benchmark-", reports, random, this::benchmark);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void thePricesOfAModelAreTheSameForEveryOrderOfArrival(
            @ForAll("ofAModel") List<Sketch> reports, @ForAll Random random) {
        assertSameInEveryOrder("openai/model-", reports, random, this::model);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatWasKnownOfACompanyIsWhatTheReportsKnownByThenSay(@ForAll("ofACompany") List<Sketch> reports) {
        assertAsKnownThen("company-", reports, this::company);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatWasKnownOfABenchmarkIsWhatTheReportsKnownByThenSay(@ForAll("ofABenchmark") List<Sketch> reports) {
        assertAsKnownThen("benchmark-", reports, this::benchmark);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatWasKnownOfAModelIsWhatTheReportsKnownByThenSay(@ForAll("ofAModel") List<Sketch> reports) {
        assertAsKnownThen("openai/model-", reports, this::model);
    }

    private void assertSameInEveryOrder(String prefix, List<Sketch> reports, Random random, Asking asking) {
        String one = published(prefix, reports);
        List<Object> expected = answers(one, asking);
        for (int order = 0; order < ORDERS; order++) {
            String other = published(prefix, Sketch.inAnotherOrder(reports, random));
            assertSame(answers(other, asking), expected);
            assertThat(standingSignals(other)).isEqualTo(standingSignals(one));
        }
    }

    private void assertAsKnownThen(String prefix, List<Sketch> reports, Asking asking) {
        String all = published(prefix, reports);
        for (Instant known : RandomReports.KNOWN) {
            List<Sketch> then = reports.stream()
                    .filter(report -> !report.recordedAt().isAfter(known))
                    .toList();
            assertSame(answersAt(all, known, asking), answersAt(published(prefix, then), TopologyFixture.NOW, asking));
        }
    }

    /** The signals that were not withdrawn, without the subject's id and when they were found. */
    private List<StandingSignal> standingSignals(String subject) {
        return market.queries().signals().signals(EnumSet.allOf(Signal.Type.class), Optional.empty()).stream()
                .filter(found -> !found.withdrawn() && found.signal().subject().equals(subject))
                .map(found -> StandingSignal.of(found.signal()))
                .toList();
    }

    private static void assertSame(List<Object> actual, List<Object> expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("company.value.companyId", "model.value.modelId")
                .isEqualTo(expected);
    }

    private String published(String prefix, List<Sketch> reports) {
        subjects++;
        String subject = prefix + subjects;
        reports.forEach(report -> market.publish(report.event().apply(subject)));
        return subject;
    }

    private List<Object> answers(String subject, Asking asking) {
        List<Object> answers = new ArrayList<>();
        RandomReports.KNOWN.forEach(known -> answers.addAll(answersAt(subject, known, asking)));
        return answers;
    }

    private List<Object> answersAt(String subject, Instant knownAt, Asking asking) {
        return RandomReports.AS_OF.stream()
                .map(asOf -> asking.ask(subject, new Question(asOf, knownAt, Set.of())))
                .toList();
    }

    private Object company(String companyId, Question question) {
        var companies = market.queries().companies();
        return new CompanyAnswer(
                companies.company(companyId, question),
                companies
                        .history(companyId, question, Place.FIRST, 100)
                        .map(ValuationHistory.Page::steps)
                        .orElse(List.of()));
    }

    private Object benchmark(String benchmarkId, Question question) {
        return market.queries()
                .benchmarks()
                .ask(benchmarkId, question, Between.COMPANIES, ArrivalOrderPropertyTest::benchmark)
                .orElseGet(() -> new BenchmarkAnswer(Optional.empty(), List.of(), List.of(), List.of()));
    }

    private static BenchmarkAnswer benchmark(RaceView race) {
        return new BenchmarkAnswer(
                race.figures(),
                all(race.leads(null)),
                all(race.records(null)),
                all(race.windows(WindowSize.P3M, null, null)));
    }

    private static <T> List<T> all(Cursor<T> cursor) {
        List<T> items = new ArrayList<>();
        try (cursor) {
            cursor.forEachRemaining(items::add);
        }
        return items;
    }

    private Object model(String modelId, Question question) {
        var models = market.queries().models();
        return new ModelAnswer(
                models.model(modelId, question),
                models.prices(modelId, question, Place.FIRST, 100)
                        .map(page -> page.steps())
                        .orElse(List.of()));
    }
}
