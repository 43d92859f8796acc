package vorsprung.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.query.BenchmarkQuery.Benchmark;
import vorsprung.processor.query.Queries;
import vorsprung.processor.query.Question;

/** The market's own figures as gauges, the largest of each family; read from the stores now and then. */
public final class MarketGauges {
    private static final int MOST_SERIES = 200;
    private static final double MICRO = 1e6;

    private final Queries queries;
    private final MultiGauge valuation;
    private final MultiGauge raised;
    private final MultiGauge runway;
    private final MultiGauge leadDays;
    private final MultiGauge leadMargin;
    private final MultiGauge vorsprungDays;
    private final MultiGauge contenders;
    private final MultiGauge price;

    private record Series(Tags tags, double value) {}

    /** Gauges in this registry, without series until the first {@link #refresh}. */
    public MarketGauges(MeterRegistry registry, Queries queries) {
        this.queries = queries;
        this.valuation = gauge(registry, MetricNames.VALUATION, "Valuation, US dollars");
        this.raised = gauge(registry, MetricNames.TOTAL_RAISED, "Raised by primary rounds, US dollars");
        this.runway = gauge(registry, MetricNames.RUNWAY, "Months until the cash is gone at the last reported burn");
        this.leadDays = gauge(registry, MetricNames.LEAD_DAYS, "Age of the open lead window, days");
        this.leadMargin = gauge(registry, MetricNames.LEAD_MARGIN, "Leader's best less the best of all others");
        this.vorsprungDays = gauge(registry, MetricNames.VORSPRUNG_DAYS, "How long a lead lasts nowadays, days");
        this.contenders = gauge(registry, MetricNames.CONTENDERS, "Companies within two percent of the frontier");
        this.price = gauge(registry, MetricNames.MODEL_PRICE, "List price, US dollars per million tokens");
    }

    /** Reads all figures again; series of figures that are gone go with them. */
    public void refresh() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Question question = new Question(now, now, Set.of());
        companies(queries.companies().companies(question));
        benchmarks(queries.benchmarks().benchmarks(question));
        prices(queries.models().models(question));
    }

    private void companies(List<Company> companies) {
        register(valuation, companies, company -> series(company, company.valuationUsd()));
        register(raised, companies, company -> series(company, company.totalRaisedUsd()));
        register(runway, companies, company -> series(company, company.runwayMonths()));
    }

    private void benchmarks(List<Benchmark> benchmarks) {
        register(
                leadDays,
                benchmarks,
                each -> new Series(
                        tag(each).and("company", each.figures().leader()),
                        each.figures().leadDays()));
        register(
                leadMargin, benchmarks, each -> series(tag(each), each.figures().margin()));
        register(
                vorsprungDays,
                benchmarks,
                each -> series(tag(each), each.figures().vorsprungDays()));
        register(
                contenders, benchmarks, each -> series(tag(each), each.figures().contenders()));
    }

    private void prices(List<Model> models) {
        List<Series> series = new ArrayList<>();
        for (Model model : models) {
            Price now = model.price();
            if (now != null) {
                Tags tags = Tags.of("model", model.modelId());
                series.add(new Series(tags.and("kind", "input"), now.inputMicroUsd() / MICRO));
                series.add(new Series(tags.and("kind", "output"), now.outputMicroUsd() / MICRO));
                Long cached = now.cachedInputMicroUsd();
                if (cached != null) {
                    series.add(new Series(tags.and("kind", "cached_input"), cached / MICRO));
                }
                series.add(new Series(
                        tags.and("kind", "blended"), now.blended().usd().doubleValue()));
            }
        }
        register(price, series, each -> each);
    }

    private static Tags tag(Benchmark benchmark) {
        return Tags.of("benchmark", benchmark.benchmarkId());
    }

    private static @Nullable Series series(Company company, @Nullable Number value) {
        return series(Tags.of("company", company.companyId()), value);
    }

    private static @Nullable Series series(Tags tags, @Nullable Number value) {
        return value == null ? null : new Series(tags, new BigDecimal(value.toString()).doubleValue());
    }

    private interface ToSeries<T> {
        @Nullable Series of(T thing);
    }

    private static <T> void register(MultiGauge gauge, List<T> things, ToSeries<T> toSeries) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        things.stream()
                .map(toSeries::of)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(Series::value).reversed())
                .limit(MOST_SERIES)
                .forEach(series -> rows.add(MultiGauge.Row.of(series.tags(), series.value())));
        gauge.register(rows, true);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }
}
