package vorsprung.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.price.Model;
import vorsprung.processor.metrics.GaugeFamily.Series;

/** What models cost. */
final class PriceGauges {
    private static final double MICRO = 1e6;

    private final GaugeFamily prices;

    PriceGauges(MeterRegistry registry, int most) {
        this.prices =
                GaugeFamily.of(registry, MetricNames.MODEL_PRICE, "List price, US dollars per million tokens", most);
    }

    void show(List<Model> models) {
        List<Series> series = new ArrayList<>();
        for (Model model : models) {
            Price now = model.price();
            if (now != null) {
                series.addAll(series(Tags.of("model", model.modelId()), now));
            }
        }
        prices.show(series);
    }

    private static List<Series> series(Tags model, Price price) {
        Long cached = price.cachedInputMicroUsd();
        List<Series> series = new ArrayList<>();
        series.add(new Series(model.and("kind", "input"), price.inputMicroUsd() / MICRO));
        series.add(new Series(model.and("kind", "output"), price.outputMicroUsd() / MICRO));
        series.add(
                new Series(model.and("kind", "blended"), price.blended().usd().doubleValue()));
        series.addAll(Series.of(model.and("kind", "cached_input"), cached == null ? null : cached / MICRO));
        return series;
    }
}
