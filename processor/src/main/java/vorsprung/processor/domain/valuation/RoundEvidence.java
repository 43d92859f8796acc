package vorsprung.processor.domain.valuation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Predicate;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;

/** The rounds and tranches that a company's sums rest on: their number, and the first of them by name. */
final class RoundEvidence {
    private final RoundBook book;
    private final List<Sum> sums;
    private final Instant asOf;

    private record Sum(String figure, long count, Predicate<RoundSummary> restsOn, List<String> eventIds) {
        private Sum(String figure, long count, Predicate<RoundSummary> restsOn) {
            this(figure, count, restsOn, new ArrayList<>());
        }

        boolean isFull() {
            return eventIds.size() >= Math.min(count, Evidence.MOST);
        }

        void offer(Place place, RoundSummary element) {
            if (!isFull() && restsOn.test(element)) {
                eventIds.add(place.eventId());
            }
        }
    }

    RoundEvidence(RoundBook book, RoundSummary total, Instant asOf) {
        this.book = book;
        this.asOf = asOf;
        this.sums = List.of(
                new Sum("totalRaisedUsd", total.raisedCount(), element -> element.raisedUsd() != 0),
                new Sum("announcedUsd", total.announcedCount(), element -> element.announcedUsd() != 0),
                new Sum("debtRaisedUsd", total.debtCount(), element -> element.debtUsd() != 0),
                new Sum("rounds", total.rounds(), element -> element.rounds() != 0));
    }

    void addTo(Map<String, Evidence> evidence) {
        try (Cursor<Entry<Place, RoundSummary>> elements = book.elements(Place.FIRST, asOf)) {
            while (elements.hasNext() && !sums.stream().allMatch(Sum::isFull)) {
                Entry<Place, RoundSummary> element = elements.next();
                sums.forEach(sum -> sum.offer(element.getKey(), element.getValue()));
            }
        }
        for (Sum sum : sums) {
            if (sum.count > 0) {
                evidence.put(sum.figure, new Evidence(sum.count, sum.eventIds));
            }
        }
    }
}
