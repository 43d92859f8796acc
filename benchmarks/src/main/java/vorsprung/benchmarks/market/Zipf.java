package vorsprung.benchmarks.market;

import java.util.Arrays;
import java.util.Random;

/** Draws ranks so that rank <i>k</i> comes up in proportion to 1 ÷ <i>k</i><sup>skew</sup>: few are talked about a lot. */
final class Zipf {
    private final double[] upTo;

    /**
     * Of so many ranks.
     *
     * @param skew 0 draws all alike; 1 is what names in the news follow
     */
    Zipf(int ranks, double skew) {
        upTo = new double[ranks];
        double sum = 0;
        for (int i = 0; i < ranks; i++) {
            sum += Math.pow(i + 1.0, -skew);
            upTo[i] = sum;
        }
    }

    /** A rank, from 0, which comes up most often. */
    int draw(Random random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, at);
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }
}
