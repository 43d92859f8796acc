package vorsprung.processor.metrics;

import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vorsprung.processor.query.Queries;
import vorsprung.processor.query.Question;

/**
 * The market's own figures as gauges, read from the stores now and then. Each is exported by the one instance that owns
 * the partition of its subject, and gone as soon as the figure is.
 */
public final class MarketGauges {
    private static final Duration QUARTER = Duration.ofDays(91);

    private final Queries owned;
    private final InstantSource clock;
    private final CompanyGauges companies;
    private final BenchmarkGauges benchmarks;
    private final PriceGauges prices;
    private final CapabilityGauges capabilities;
    private final SignalGauges signals;
    private final AtomicLong readAtMs = new AtomicLong();

    /**
     * Gauges in this registry, without series until the first {@link #refresh}.
     *
     * @param owned answers from the partitions of this instance alone, as if there were no others
     * @param all answers from all partitions: the price of a capability crosses them
     */
    public MarketGauges(
            PrometheusMeterRegistry registry,
            Queries owned,
            Queries all,
            MetricsSettings settings,
            InstantSource clock) {
        int most = settings.maxSeries();
        this.owned = owned;
        this.clock = clock;
        this.companies = new CompanyGauges(registry, most);
        this.benchmarks = new BenchmarkGauges(registry, most);
        this.prices = new PriceGauges(registry, most);
        this.capabilities = new CapabilityGauges(registry, owned, all, settings);
        this.signals = new SignalGauges(registry, owned, settings);
        TimeGauge.builder(MetricNames.FIGURES_READ, readAtMs::get, TimeUnit.MILLISECONDS)
                .description("When all of the market's figures were last read, seconds since 1970")
                .register(registry);
    }

    /** Reads all figures again. */
    public void refresh() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Question question = new Question(now, now, Set.of());
        signals.refresh(now);
        companies.show(owned.companies().companies(question));
        benchmarks.show(
                owned.benchmarks().benchmarks(question),
                owned.benchmarks().benchmarks(question.asOf(now.minus(QUARTER))));
        prices.show(owned.models().models(question));
        capabilities.refresh(question);
        readAtMs.set(now.toEpochMilli());
    }
}
