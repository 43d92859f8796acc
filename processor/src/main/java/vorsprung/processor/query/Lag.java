package vorsprung.processor.query;

/**
 * How far a copy of a partition may be behind what its active instance committed. Both figures are upper bounds: markers
 * of transactions count as records, and the copy is looked at now and then only.
 *
 * @param records records of the changelog that the copy has not taken over
 * @param ms milliseconds since the copy was last seen to hold everything
 */
public record Lag(long records, long ms) {

    /** The greater of each figure. */
    Lag orWorse(Lag other) {
        return new Lag(Math.max(records, other.records), Math.max(ms, other.ms));
    }
}
