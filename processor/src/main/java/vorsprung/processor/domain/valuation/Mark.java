package vorsprung.processor.domain.valuation;

import org.jspecify.annotations.Nullable;
import vorsprung.processor.domain.fact.Place;

/**
 * A sum of money that a round stands for: its valuation, or its amount.
 *
 * @param place the round's place
 * @param usd whole US dollars
 */
public record Mark(Place place, long usd) {

    /** The greater of two; of equal ones the earlier. */
    static @Nullable Mark greater(@Nullable Mark left, @Nullable Mark right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        if (left.usd != right.usd) {
            return left.usd > right.usd ? left : right;
        }
        return left.place.compareTo(right.place) <= 0 ? left : right;
    }

    /** This sum ÷ the other; absent without another or when that is 0. */
    @Nullable Double dividedBy(@Nullable Mark other) {
        return other == null || other.usd == 0 ? null : (double) usd / other.usd;
    }
}
