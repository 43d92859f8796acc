package vorsprung.processor.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Objects of answers as they were written last. Whoever asks about the present is mostly given the very same figures as the
 * one before, and those need not be written again.
 *
 * @param <T> what is shown, immutable
 */
final class Written<T> {
    private static final long MOST_CHARACTERS = 4L << 20;

    private final Function<T, Object> view;
    private final Cache<T, Fragment> fragments = Caffeine.newBuilder()
            // Told apart by identity, which is quick, and forgotten with the figures themselves.
            .weakKeys()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((T shown, Fragment fragment) -> fragment.size())
            .executor(Runnable::run)
            .build();

    /**
     * None yet.
     *
     * @param view how it is shown
     */
    Written(Function<T, Object> view) {
        this.view = view;
    }

    /** How this one is shown. */
    Fragment of(T shown) {
        return fragments.get(shown, each -> Fragment.of(view.apply(each)));
    }
}
