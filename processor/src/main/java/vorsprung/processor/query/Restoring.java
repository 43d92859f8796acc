package vorsprung.processor.query;

/**
 * How far stores are that are being restored from their changelogs.
 *
 * @param partitions partitions of stores under way
 * @param records changelog records taken over so far
 * @param of changelog records there are to take over
 */
public record Restoring(int partitions, long records, long of) {
    /** Nothing is being restored. */
    public static final Restoring NOTHING = new Restoring(0, 0, 0);
}
