package vorsprung.processor.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Release;
import vorsprung.processor.domain.price.ModelBook;
import vorsprung.processor.domain.signal.Found;
import vorsprung.processor.domain.signal.PriceSignals;
import vorsprung.processor.domain.signal.SignalBook;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.report.Fact;
import vorsprung.processor.report.MarketFacts;
import vorsprung.processor.store.Books;
import vorsprung.processor.store.Timelines;
import vorsprung.processor.topology.Findings.Crossing;
import vorsprung.processor.topology.Findings.Figure;
import vorsprung.topic.EventType;

/** Keeps the books of models: releases and prices. */
final class ModelDesk implements Desk {
    private final PriceSignals signals;

    ModelDesk(Thresholds thresholds) {
        this.signals = new PriceSignals(thresholds);
    }

    @Override
    public Findings settle(Case changed) {
        ModelBook book = Books.model(changed.subject(), changed.timelines());
        Map<String, Object> before = headline(book, changed);
        book.change(
                changed.outcome().before().map(MarketFacts::model),
                changed.outcome().after().map(MarketFacts::model));
        Map<String, Object> after = headline(book, changed);
        return new Findings(signals(changed, book), FigureChange.between(before, after, changed.from()))
                .crossing(crossings(changed));
    }

    /** What a price or a release may change at the benchmarks that the model has results on. */
    private static List<Crossing> crossings(Case changed) {
        if (changed.type() == EventType.PRICE_CHANGE) {
            return List.of(new Crossing(Figure.CAPABILITY_PRICE, changed.from()));
        }
        List<Crossing> crossings = new ArrayList<>();
        if (isOther(changed, Release::openWeights)) {
            crossings.add(new Crossing(Figure.OPENNESS, changed.from()));
        }
        if (isOther(changed, Release::trainingCostUsd) || isOther(changed, Release::trainingCostBasis)) {
            crossings.add(new Crossing(Figure.COST_RATIO, changed.from()));
        }
        return crossings;
    }

    /** Whether the release says another thing than it did, or the same from another time on. */
    private static boolean isOther(Case changed, Function<Release, @Nullable Object> field) {
        return !said(changed.outcome().before(), field)
                .equals(said(changed.outcome().after(), field));
    }

    private static Optional<List<Object>> said(Optional<Fact> fact, Function<Release, @Nullable Object> field) {
        return fact.map(release -> (Release) MarketFacts.model(release))
                .flatMap(release ->
                        Optional.ofNullable(field.apply(release)).map(value -> List.of(value, release.place())));
    }

    /** A release gives cause for no signal. */
    private List<Found> signals(Case changed, ModelBook book) {
        if (changed.type() != EventType.PRICE_CHANGE) {
            return List.of();
        }
        NavigableSet<Instant> touched = new TreeSet<>(
                Stream.of(changed.outcome().before(), changed.outcome().after())
                        .flatMap(Optional::stream)
                        .map(Fact::occurredAt)
                        .toList());
        Instant from = touched.first();
        Instant to = book.nextPrice(touched.last()).orElse(touched.last());
        return new SignalBook(Timelines.SIGNALS.of(changed.subject(), changed.timelines()))
                .settle(from, to, signals.between(changed.subject(), book, from, to), changed.foundAt());
    }

    /** The figures of now that such a fact may change: of a price, or of a release. */
    private static Map<String, Object> headline(ModelBook book, Case changed) {
        return changed.type() == EventType.PRICE_CHANGE
                ? price(book, changed.foundAt())
                : release(book, changed.foundAt());
    }

    private static Map<String, Object> price(ModelBook book, Instant asOf) {
        Map<String, Object> figures = new LinkedHashMap<>();
        book.price(asOf)
                .ifPresent(price -> figures.put(
                        "blendedUsdPerMillionTokens", price.blended().usd()));
        return figures;
    }

    private static Map<String, Object> release(ModelBook book, Instant asOf) {
        Map<String, Object> figures = new LinkedHashMap<>();
        book.lastReleaseWith(Release::openWeights, asOf)
                .map(Release::openWeights)
                .ifPresent(open -> figures.put("openWeights", open));
        book.lastReleaseWith(Release::trainingCostUsd, asOf)
                .map(Release::trainingCostUsd)
                .ifPresent(usd -> figures.put("trainingCostUsd", usd));
        return figures;
    }
}
