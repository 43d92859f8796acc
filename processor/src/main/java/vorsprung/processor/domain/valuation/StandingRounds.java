package vorsprung.processor.domain.valuation;

import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;
import vorsprung.processor.domain.timeline.Cursor;
import vorsprung.processor.domain.timeline.Node;

/** The elements of the tree of rounds, and among them the early tranches that stand on their own, in order. */
final class StandingRounds implements Cursor<Entry<Place, RoundSummary>> {
    private final Cursor<Entry<Node<Place>, RoundSummary>> elements;
    private final NavigableMap<Place, RoundSummary> early;
    private @Nullable Entry<Place, RoundSummary> element;

    StandingRounds(Cursor<Entry<Node<Place>, RoundSummary>> elements, NavigableMap<Place, RoundSummary> early) {
        this.elements = elements;
        this.early = early;
        this.element = nextElement();
    }

    @Override
    public boolean hasNext() {
        return element != null || !early.isEmpty();
    }

    @Override
    public Entry<Place, RoundSummary> next() {
        Entry<Place, RoundSummary> next = element;
        if (next == null && early.isEmpty()) {
            throw new NoSuchElementException("the cursor is at its end");
        }
        if (next == null || (!early.isEmpty() && early.firstKey().compareTo(next.getKey()) < 0)) {
            return early.pollFirstEntry();
        }
        element = nextElement();
        return next;
    }

    @Override
    public void close() {
        elements.close();
    }

    private @Nullable Entry<Place, RoundSummary> nextElement() {
        if (!elements.hasNext()) {
            return null;
        }
        Entry<Node<Place>, RoundSummary> next = elements.next();
        return Map.entry(next.getKey().start(), next.getValue());
    }
}
