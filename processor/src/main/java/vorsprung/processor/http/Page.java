package vorsprung.processor.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every answer that is a list.
 *
 * @param asOf valid time that was asked about
 * @param knownAt knowledge time that was asked about
 * @param items the items of this page
 * @param nextCursor asks for the next page; absent on the last one
 * @param unknownResults results left out because the model's openness is unknown; absent where it is not asked
 */
record Page<T>(
        Instant asOf,
        Instant knownAt,
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Long unknownResults) {

    /**
     * A page of a list that is at hand as a whole, in order.
     *
     * @param key what tells an item from all others, for the cursor
     */
    static <T> Page<T> of(Asked asked, List<T> all, Function<T, String> key) {
        int start = asked.after(
                        after -> 1 + indexOf(all, item -> key.apply(item).equals(after)))
                .orElse(0);
        List<T> items = all.subList(start, Math.min(all.size(), start + asked.limit()));
        boolean more = start + items.size() < all.size();
        String next = more ? asked.nextCursor(key.apply(items.get(items.size() - 1))) : null;
        return new Page<>(asked.question().asOf(), asked.question().knownAt(), items, next, null);
    }

    /** The same page with its items shown otherwise. */
    <V> Page<V> with(List<V> views) {
        return new Page<>(asOf, knownAt, views, nextCursor, unknownResults);
    }

    private static <T> int indexOf(List<T> all, Predicate<T> wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (wanted.test(all.get(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException("the list has no such item");
    }
}
