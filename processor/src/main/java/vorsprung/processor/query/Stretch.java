package vorsprung.processor.query;

/**
 * A stretch of a store's keys, read from one of its ends.
 *
 * @param from inclusive
 * @param to exclusive
 * @param mostBytes a page ends with the entry that reaches so many bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Stretch(byte[] from, byte[] to, boolean descending, int mostBytes) {}
