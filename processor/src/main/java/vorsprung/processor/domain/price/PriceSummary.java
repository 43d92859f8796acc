package vorsprung.processor.domain.price;

import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Price;
import vorsprung.processor.domain.timeline.Summary;

/**
 * What the prices of a stretch of valid time amount to, one price an instant. Defined in the design, section 4.
 *
 * @param first the first price, absent where there is none
 * @param last the last price, absent where there is none
 * @param cuts how often the blended price fell
 * @param rises how often the blended price rose
 */
public record PriceSummary(
        @Nullable PriceMark first, @Nullable PriceMark last, int cuts, int rises) implements Summary<PriceSummary> {

    /** No prices at all. */
    public static final PriceSummary NOTHING = new PriceSummary(null, null, 0, 0);

    /** What one price amounts to. */
    static PriceSummary of(Price price) {
        PriceMark mark = new PriceMark(price.place(), price.blended());
        return new PriceSummary(mark, mark, 0, 0);
    }

    @Override
    public PriceSummary then(PriceSummary later) {
        if (last == null) {
            return later;
        }
        if (later.first == null) {
            return this;
        }
        int move = later.first.blended().compareTo(last.blended());
        return new PriceSummary(
                first, later.last, cuts + later.cuts + (move < 0 ? 1 : 0), rises + later.rises + (move > 0 ? 1 : 0));
    }
}
