package vorsprung.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.processor.domain.price.CapabilityPrice;
import vorsprung.processor.domain.price.CapabilityStep;
import vorsprung.processor.metrics.GaugeFamily.Series;
import vorsprung.processor.query.Queries;
import vorsprung.processor.query.Question;

/** What chosen capabilities cost: now, since when, and thirty days ago, all as known now. */
final class CapabilityGauges {
    private static final Duration MONTH = Duration.ofDays(30);

    private final Queries owned;
    private final Queries all;
    private final List<Capability> capabilities;
    private final GaugeFamily price;
    private final GaugeFamily monthAgo;
    private final GaugeFamily since;

    CapabilityGauges(MeterRegistry registry, Queries owned, Queries all, MetricsSettings settings) {
        this.owned = owned;
        this.all = all;
        this.capabilities = settings.capabilities();
        int most = settings.maxSeries();
        this.price = GaugeFamily.of(
                registry,
                MetricNames.CAPABILITY_PRICE,
                "Cheapest blended price of a capability, US dollars per million tokens",
                most);
        this.monthAgo = GaugeFamily.of(
                registry,
                MetricNames.CAPABILITY_PRICE_MONTH_AGO,
                "What the capability cost 30 days ago, US dollars per million tokens",
                most);
        this.since = GaugeFamily.of(
                registry,
                MetricNames.CAPABILITY_PRICE_SINCE,
                "Since when the capability has its price, seconds since 1970",
                most);
    }

    void refresh(Question question) {
        List<Series> prices = new ArrayList<>();
        List<Series> before = new ArrayList<>();
        List<Series> begun = new ArrayList<>();
        for (Capability capability : capabilities) {
            if (owned.benchmarks().benchmark(capability.benchmarkId(), question).isEmpty()) {
                continue;
            }
            Tags tags = tags(capability);
            step(capability, question, question.asOf()).ifPresent(step -> {
                prices.add(new Series(tags.and("model", step.modelId()), usd(step)));
                begun.add(new Series(tags, (double) step.from().getEpochSecond()));
            });
            step(capability, question, question.asOf().minus(MONTH))
                    .ifPresent(step -> before.add(new Series(tags, usd(step))));
        }
        price.show(prices);
        monthAgo.show(before);
        since.show(begun);
    }

    /** The step that lasts at that time. */
    private Optional<CapabilityStep> step(Capability capability, Question question, Instant asOf) {
        double minScore = capability.minScore().doubleValue();
        return all.benchmarks()
                .capability(capability.benchmarkId(), minScore, question.asOf(asOf), null, null)
                .map(CapabilityPrice::steps)
                .filter(steps -> !steps.isEmpty())
                .map(steps -> steps.get(steps.size() - 1))
                .filter(step -> step.to() == null);
    }

    private static double usd(CapabilityStep step) {
        return step.blended().usd().doubleValue();
    }

    private static Tags tags(Capability capability) {
        return Tags.of(
                "benchmark",
                capability.benchmarkId(),
                "min_score",
                capability.minScore().toPlainString());
    }
}
