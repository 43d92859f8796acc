package vorsprung.ingest.table;

/** A table that is known and holds nothing that an event could say; its rows are counted. */
final class EventlessTable implements Table {
    private final String reason;

    EventlessTable(String reason) {
        this.reason = reason;
    }

    @Override
    public void read(Row row, Findings to) {
        to.skip(row.line(), reason);
    }
}
