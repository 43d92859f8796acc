package vorsprung.processor.domain.fact;

/** Sums of whole US dollars that stop at the ends of a long instead of turning over: absurd input must not stop a stream. */
public final class Dollars {
    private Dollars() {}

    /** The sum, at most {@link Long#MAX_VALUE} and at least {@link Long#MIN_VALUE}. */
    public static long sum(long left, long right) {
        long sum = left + right;
        boolean overflow = ((left ^ sum) & (right ^ sum)) < 0;
        if (!overflow) {
            return sum;
        }
        return left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
