package vorsprung.processor.query;

/** A question about what was known earlier would read more reports than the setting allows. */
public final class TooMuchException extends RuntimeException {
    TooMuchException(String subject, long reports, long limit) {
        super("what was known of " + subject + " at an earlier time is recomputed from its " + reports
                + " reports; at most " + limit + " are read (setting query.max-replayed-reports)");
    }
}
