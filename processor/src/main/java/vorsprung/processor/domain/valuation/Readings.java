package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Finances;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.fact.Usage;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Timeline;

/** The figures of a company that are as reported: the newest report that has one holds. */
final class Readings {
    static final String BURN = "monthlyBurnUsd";
    static final String REVENUE = "annualizedRevenueUsd";
    static final String CASH = "cashUsd";

    private final Timeline<ReadingKey, Reading> readings;

    Readings(Timeline<ReadingKey, Reading> readings) {
        this.readings = readings;
    }

    void put(Finances finances) {
        of(finances).forEach(entry -> readings.put(entry.getKey(), entry.getValue()));
    }

    void remove(Finances finances) {
        of(finances).forEach(entry -> readings.remove(entry.getKey()));
    }

    void put(Usage usage) {
        if (usage.value() != null) {
            readings.put(key(usage), new Reading(usage.value(), usage.atLeast()));
        }
    }

    void remove(Usage usage) {
        readings.remove(key(usage));
    }

    /** The newest reading of a figure of the company itself, as of a valid time. */
    Optional<Entry<ReadingKey, Reading>> newest(String figure, Instant asOf) {
        return newest(figure, "", asOf);
    }

    /** The newest reading of every product and metric, as of a valid time, by product and metric. */
    List<Entry<ReadingKey, Reading>> newestOfEachProduct(Instant asOf) {
        List<Entry<ReadingKey, Reading>> newest = new ArrayList<>();
        Optional<Entry<ReadingKey, Reading>> next = readings.first();
        while (next.isPresent()) {
            ReadingKey key = next.get().getKey();
            if (!isOfCompany(key)) {
                newest(key.figure(), key.product(), asOf).ifPresent(newest::add);
            }
            next = readings.ceiling(key.pastProduct());
        }
        return newest;
    }

    /** The places of a figure of the company itself, from one valid time to another, both inclusive. */
    List<Place> between(String figure, Instant from, Instant to) {
        List<Place> places = new ArrayList<>();
        ReadingKey first = new ReadingKey(figure, "", Place.startOf(from));
        ReadingKey end = new ReadingKey(figure, "", Place.endOf(to));
        try (Cursor<Entry<ReadingKey, Reading>> entries = readings.ascending(first, end)) {
            entries.forEachRemaining(entry -> places.add(entry.getKey().place()));
        }
        return places;
    }

    /** The first place of a figure of the company itself after a valid time. */
    Optional<Place> next(String figure, Instant after) {
        return readings.ceiling(new ReadingKey(figure, "", Place.endOf(after)))
                .map(Entry::getKey)
                .filter(key -> key.figure().equals(figure) && key.product().isEmpty())
                .map(ReadingKey::place);
    }

    /** The last place of a figure of the company itself, of all time. */
    Optional<Place> last(String figure) {
        return before(figure, "", Place.LAST).map(entry -> entry.getKey().place());
    }

    private Optional<Entry<ReadingKey, Reading>> newest(String figure, String product, Instant asOf) {
        return before(figure, product, Place.endOf(asOf));
    }

    private Optional<Entry<ReadingKey, Reading>> before(String figure, String product, Place end) {
        return readings.lower(new ReadingKey(figure, product, end))
                .filter(entry -> entry.getKey().figure().equals(figure))
                .filter(entry -> entry.getKey().product().equals(product));
    }

    private static boolean isOfCompany(ReadingKey key) {
        return key.figure().equals(BURN)
                || key.figure().equals(REVENUE)
                || key.figure().equals(CASH);
    }

    private static ReadingKey key(Usage usage) {
        return new ReadingKey(usage.metric(), usage.product(), usage.place());
    }

    private static List<Entry<ReadingKey, Reading>> of(Finances finances) {
        List<Entry<ReadingKey, Reading>> readings = new ArrayList<>();
        add(readings, finances.place(), BURN, finances.monthlyBurnUsd());
        add(readings, finances.place(), REVENUE, finances.annualizedRevenueUsd());
        add(readings, finances.place(), CASH, finances.cashUsd());
        return readings;
    }

    private static void add(
            List<Entry<ReadingKey, Reading>> readings, Place place, String figure, @Nullable Long value) {
        if (value != null) {
            readings.add(Map.entry(new ReadingKey(figure, "", place), new Reading(value, null)));
        }
    }
}
