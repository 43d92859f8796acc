package vorsprung.ingest.table;

/** A kind of table, by its columns: makes reports of its rows. One for each file, since it may remember rows. */
public interface Table {

    /**
     * Takes in a row and tells what comes of it, unless that depends on later rows.
     *
     * @throws BadCellException when a cell is not of its form; the row is then bad
     */
    void read(Row row, Findings to) throws BadCellException;

    /** Tells what could only be told once all rows are read. */
    default void finish(Findings to) {}
}
