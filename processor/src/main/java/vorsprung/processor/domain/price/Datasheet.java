package vorsprung.processor.domain.price;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.ModelFact;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.fact.Release;

/** Reads the figures of a model, as of one valid time, out of its book. Defined in the design, sections 3 and 4. */
public final class Datasheet {
    private final String modelId;
    private final ModelBook book;
    private final Instant asOf;
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();

    /** The datasheet of this model as of this valid time. */
    public Datasheet(String modelId, ModelBook book, Instant asOf) {
        this.modelId = modelId;
        this.book = book;
        this.asOf = asOf;
    }

    /** The figures; empty when neither a release nor a price of the model is in force. */
    public Optional<Model> model() {
        return newestWith(ModelFact::companyId).map(fact -> read(fact.companyId()));
    }

    private Model read(String companyId) {
        PriceSummary prices = book.prices(asOf);
        new PriceEvidence(book, prices, asOf).addTo(evidence);
        return new Model(
                modelId,
                companyId,
                newestWith(ModelFact::model).map(ModelFact::model).orElse(modelId),
                releasedAt(),
                released("openWeights", Release::openWeights),
                released("contextWindowTokens", Release::contextWindowTokens),
                released("parameters", Release::parameters),
                released("trainingCostUsd", Release::trainingCostUsd),
                trainingCostBasis(),
                price(),
                prices.cuts(),
                prices.rises(),
                changePercent(prices),
                evidence);
    }

    private Optional<ModelFact> newestWith(Function<ModelFact, @Nullable Object> field) {
        Optional<Price> price = book.lastPriceWith(field::apply, asOf);
        Optional<Release> release = book.lastReleaseWith(field::apply, asOf);
        return Stream.<Optional<? extends ModelFact>>of(release, price)
                .flatMap(Optional::stream)
                .max(comparing(ModelFact::place))
                .map(fact -> fact);
    }

    private @Nullable Instant releasedAt() {
        Optional<Place> first = book.firstRelease(asOf).map(Release::place);
        first.ifPresent(place -> prove("releasedAt", place));
        return first.map(Place::occurredAt).orElse(null);
    }

    private <T> @Nullable T released(String figure, Function<Release, @Nullable T> field) {
        Optional<Release> last = book.lastReleaseWith(field::apply, asOf);
        last.ifPresent(release -> prove(figure, release.place()));
        return last.map(field).orElse(null);
    }

    private Release.@Nullable TrainingCostBasis trainingCostBasis() {
        Optional<Release> costed = book.lastReleaseWith(Release::trainingCostUsd, asOf)
                .filter(release -> release.trainingCostBasis() != null);
        costed.ifPresent(release -> prove("trainingCostBasis", release.place()));
        return costed.map(Release::trainingCostBasis).orElse(null);
    }

    private @Nullable Price price() {
        Optional<Price> price = book.price(asOf);
        price.ifPresent(now -> prove("price", now.place()));
        return price.orElse(null);
    }

    private @Nullable Double changePercent(PriceSummary prices) {
        PriceMark first = prices.first();
        PriceMark last = prices.last();
        if (first == null || last == null || !first.blended().isAboveZero()) {
            return null;
        }
        prove("changePercent", first.place(), last.place());
        return last.blended().changePercentFrom(first.blended());
    }

    private void prove(String figure, Place... places) {
        evidence.put(
                figure,
                Evidence.of(Stream.of(places).map(Place::eventId).distinct().toList()));
    }
}
