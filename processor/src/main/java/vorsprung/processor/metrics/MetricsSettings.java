package vorsprung.processor.metrics;

import java.time.Duration;
import java.util.List;
import vorsprung.settings.Settings;

/**
 * What is exported, how much of it, and how often it is read.
 *
 * @param interval {@code metrics.interval.ms}: how often the market's gauges are read again; default 10000
 * @param maxSeries {@code metrics.max-series}: how many series a family of the market's gauges has at most, the largest
 *     first; default 200
 * @param newsFor {@code metrics.signal-hours}: how long a signal is exported after it was found; default 24
 * @param capabilities {@code metrics.capabilities}: capabilities whose price is exported, as {@link Capability#FORM}
 */
public record MetricsSettings(Duration interval, int maxSeries, Duration newsFor, List<Capability> capabilities) {
    private static final String DEFAULT_CAPABILITIES = "mmlu:0.7,gpqa-diamond:0.7";

    public MetricsSettings {
        capabilities = List.copyOf(capabilities);
    }

    /** Reads them; faults are told by {@link Settings#check}. */
    public static MetricsSettings of(Settings settings) {
        String capabilities = settings.text("metrics.capabilities", DEFAULT_CAPABILITIES);
        List<Capability> list = capabilities.equals("none")
                ? List.of()
                : Capability.list(capabilities).orElseGet(() -> {
                    settings.refuse("metrics.capabilities must be none or " + Capability.FORM + ", found \""
                            + capabilities + "\"");
                    return List.of();
                });
        return new MetricsSettings(
                settings.milliseconds("metrics.interval.ms", Duration.ofSeconds(10)),
                settings.number("metrics.max-series", 200, 1, 100_000),
                Duration.ofHours(settings.number("metrics.signal-hours", 24, 1, 168)),
                list);
    }
}
