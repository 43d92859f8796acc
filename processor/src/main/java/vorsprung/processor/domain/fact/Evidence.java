package vorsprung.processor.domain.fact;

import java.util.List;

/**
 * The facts that a figure rests on.
 *
 * @param count how many there are
 * @param eventIds the first {@value #MOST} of them, in the order of their places
 */
public record Evidence(long count, List<String> eventIds) {
    /** How many eventIds are named at most. */
    public static final int MOST = 100;

    public Evidence {
        eventIds = List.copyOf(eventIds);
    }

    /** Just these facts. */
    public static Evidence of(List<String> eventIds) {
        return new Evidence(eventIds.size(), eventIds);
    }
}
