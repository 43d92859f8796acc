package vorsprung.processor.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vorsprung.topic.EventType;

/** A question about what was known earlier would read more reports of a subject than the setting allows. */
public final class TooMuchException extends RuntimeException {
    private static final int MOST_NAMED = 10;

    private final transient List<Excess> excesses;
    private final long limit;

    /**
     * A subject with too many reports.
     *
     * @param lastRecordedAt from this knowledge time on no report has to be read again
     */
    record Excess(EventType.Subject kind, String subject, long reports, Instant lastRecordedAt) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT) + " \"" + subject + "\" has " + reports + " reports";
        }
    }

    TooMuchException(Excess excess, long limit) {
        this(List.of(excess), limit);
    }

    private TooMuchException(List<Excess> excesses, long limit) {
        super(message(excesses, limit));
        this.excesses = List.copyOf(excesses);
        this.limit = limit;
    }

    /** Several of one list as one, which names them all. */
    static TooMuchException together(List<TooMuchException> exceptions) {
        return new TooMuchException(
                exceptions.stream().flatMap(each -> each.excesses.stream()).toList(), exceptions.get(0).limit);
    }

    private static String message(List<Excess> excesses, long limit) {
        String named = excesses.stream().limit(MOST_NAMED).map(Excess::toString).collect(Collectors.joining(", "));
        long more = Math.max(0, excesses.size() - MOST_NAMED);
        Instant last = excesses.stream()
                .map(Excess::lastRecordedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return "What was known earlier, or without a source, is recomputed from the reports of each subject, at most "
                + limit + " of one (setting query.max-replayed-reports): " + named
                + (more == 0 ? "" : " and " + more + " others have too many")
                + ". Ask with a knownAt from " + last + " on and without excludeSource, which needs no recomputing;"
                + " or, in a list, for the others only with "
                + excesses.get(0).kind().field() + "=ID,ID; or raise the setting";
    }
}
