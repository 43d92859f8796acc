package vorsprung.processor.domain.valuation;

import vorsprung.processor.domain.fact.CodePoints;
import vorsprung.processor.domain.fact.Place;

/**
 * Key of a reading: those of one figure and product lie together, in the order of their places.
 *
 * @param figure name of the figure, such as monthlyBurnUsd, or of the usage metric
 * @param product the product; empty for the figures of the company itself
 * @param place place of the fact that says it
 */
public record ReadingKey(String figure, String product, Place place) implements Comparable<ReadingKey> {

    /** The bound after every reading of this one's figure and product. */
    ReadingKey pastProduct() {
        return new ReadingKey(figure, product + '\0', Place.FIRST);
    }

    @Override
    public int compareTo(ReadingKey other) {
        int byFigure = CodePoints.compare(figure, other.figure);
        if (byFigure != 0) {
            return byFigure;
        }
        int byProduct = CodePoints.compare(product, other.product);
        return byProduct != 0 ? byProduct : place.compareTo(other.place);
    }
}
