package vorsprung.processor.http;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.feed.FeedRecord;

/**
 * One page of the changes, picked from all of them as they are read: no more are held than the page has, and one that
 * says whether it goes on.
 */
final class ChangePage {
    private final NavigableMap<String, FeedRecord.Changed> picked;
    private final Comparator<String> order;
    private final Optional<String> after;
    private final int limit;

    /**
     * A page without any so far.
     *
     * @param after the key that the page before ended with
     * @param limit most items that it may have
     */
    ChangePage(boolean newestFirst, Optional<String> after, int limit) {
        this.order = newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        this.picked = new TreeMap<>(order);
        this.after = after;
        this.limit = limit;
    }

    /** Takes a change if it belongs to this page, as far as is known by now. */
    void offer(FeedRecord.Changed change) {
        String key = key(change);
        boolean isOfEarlierPage =
                after.filter(last -> order.compare(key, last) <= 0).isPresent();
        if (isOfEarlierPage) {
            return;
        }
        picked.put(key, change);
        if (picked.size() > limit + 1) {
            picked.pollLastEntry();
        }
    }

    /** The changes of the page, in order. */
    List<FeedRecord.Changed> items() {
        return picked.values().stream().limit(limit).toList();
    }

    /** The key that the page ends with; empty when it is the last one. */
    Optional<String> end() {
        return picked.size() > limit ? Optional.of(picked.lowerKey(picked.lastKey())) : Optional.empty();
    }

    /** Sorts by time, then in the order of the reports of a partition. */
    private static String key(FeedRecord.Changed change) {
        return String.format("%015d ", change.changedAt().toEpochMilli())
                + key(change.cause())
                + ' '
                + change.subject()
                + ' '
                + change.figure();
    }

    private static String key(FeedRecord.@Nullable Cause cause) {
        return cause == null
                ? ""
                : cause.topic() + ' ' + cause.partition() + ' ' + String.format("%020d", cause.offset());
    }
}
