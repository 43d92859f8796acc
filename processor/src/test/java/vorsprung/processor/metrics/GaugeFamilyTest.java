package vorsprung.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import vorsprung.processor.metrics.GaugeFamily.Series;

/** Series that stay, come and go. */
class GaugeFamilyTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final GaugeFamily family = GaugeFamily.of(registry, "raised", "Raised", 2);

    @Test
    void aSeriesThatStaysIsTheSameGaugeSoThatNoScrapeMissesItOrFindsItTwice() {
        family.show(List.of(of("a", 1), of("b", 2)));
        Gauge before = gauge("a");

        family.show(List.of(of("a", 3), of("b", 2)));

        assertThat(gauge("a")).isSameAs(before);
        assertThat(before.value()).isEqualTo(3);
    }

    @Test
    void aSeriesThatIsNotShownIsGoneAndMayComeAgain() {
        family.show(List.of(of("a", 1), of("b", 2)));
        family.show(List.of(of("b", 4)));
        assertThat(registry.scrape()).contains("raised{of=\"b\"} 4.0").doesNotContain("of=\"a\"");

        family.show(List.of(of("a", 5), of("b", 6), of("c", Double.NaN)));

        assertThat(registry.scrape()).contains("raised{of=\"a\"} 5.0", "raised{of=\"b\"} 6.0", "} 1.0");
    }

    @Test
    void theLargestAreShownAndTheOthersCounted() {
        family.show(List.of(of("a", 1), of("b", 2), of("c", 3)));

        assertThat(registry.scrape())
                .contains("of=\"b\"", "of=\"c\"", "{family=\"raised\"} 1.0")
                .doesNotContain("of=\"a\"");
    }

    private static Series of(String name, double value) {
        return new Series(Tags.of("of", name), value);
    }

    private Gauge gauge(String name) {
        return registry.get("raised").tag("of", name).gauge();
    }
}
