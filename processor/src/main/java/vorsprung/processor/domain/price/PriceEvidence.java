package vorsprung.processor.domain.price;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import vorsprung.processor.domain.fact.Evidence;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Node;

/** The prices that are cuts and rises: their number, and the first of them by name. */
final class PriceEvidence {
    private final ModelBook book;
    private final PriceSummary total;
    private final Instant asOf;
    private final List<String> cuts = new ArrayList<>();
    private final List<String> rises = new ArrayList<>();

    PriceEvidence(ModelBook book, PriceSummary total, Instant asOf) {
        this.book = book;
        this.total = total;
        this.asOf = asOf;
    }

    void addTo(Map<String, Evidence> evidence) {
        read();
        if (total.cuts() > 0) {
            evidence.put("priceCuts", new Evidence(total.cuts(), cuts));
        }
        if (total.rises() > 0) {
            evidence.put("priceRises", new Evidence(total.rises(), rises));
        }
    }

    private void read() {
        PriceSummary before = PriceSummary.NOTHING;
        try (Cursor<Entry<Node<Place>, PriceSummary>> steps = book.steps(Place.FIRST, asOf)) {
            while (steps.hasNext() && !(isFull(cuts, total.cuts()) && isFull(rises, total.rises()))) {
                Entry<Node<Place>, PriceSummary> step = steps.next();
                PriceSummary both = before.then(step.getValue());
                add(step.getKey().start(), both);
                before = step.getValue();
            }
        }
    }

    private void add(Place place, PriceSummary both) {
        if (both.cuts() > 0 && !isFull(cuts, total.cuts())) {
            cuts.add(place.eventId());
        }
        if (both.rises() > 0 && !isFull(rises, total.rises())) {
            rises.add(place.eventId());
        }
    }

    private static boolean isFull(List<String> eventIds, int count) {
        return eventIds.size() >= Math.min(count, Evidence.MOST);
    }
}
