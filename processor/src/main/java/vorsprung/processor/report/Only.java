package vorsprung.processor.report;

/** The only key of a timeline that has one entry. */
public enum Only {
    ENTRY
}
