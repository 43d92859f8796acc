package vorsprung.processor.store;

/**
 * How far a partition of an event topic was processed. Put with every record, so that a store's position moves
 * with duplicates and dead letters too.
 *
 * @param offset offset of the last record
 */
public record Progress(long offset) {}
