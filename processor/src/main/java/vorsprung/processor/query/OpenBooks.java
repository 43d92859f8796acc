package vorsprung.processor.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import vorsprung.processor.report.Subject;
import vorsprung.processor.store.ReadOnly;
import vorsprung.processor.store.ReadableStore;

/**
 * The books that were asked lately, with what was read of them, for the next question about the same subject.
 *
 * <p>The log of a subject grows with each report that may change its book, in the same commit, and never shrinks. So what is
 * read between two looks at a log that is the same both times is all of one state. A book that is kept here is of the state
 * of its log: that is looked at before a book is opened, and again after each question that read more of it.
 *
 * <p>A book serves one question at a time. Whoever comes meanwhile opens another.
 *
 * @param <B> what such a book is
 */
final class OpenBooks<B> {
    private static final int MOST_REMEMBERED = 50_000;

    /** What a book counts beside its entries, in entries: a figure or two that was made of them. */
    private static final int ITSELF = 32;

    private final BiFunction<String, ReadOnly, B> kept;
    private final Cache<String, Open<B>> idle;

    /** A book as it was when the log was read. */
    private record Open<B>(Subject log, ReadOnly store, B book) {
        int weight() {
            return ITSELF + store.remembered();
        }
    }

    /**
     * None yet.
     *
     * @param kept opens a subject's book in a store
     */
    OpenBooks(BiFunction<String, ReadOnly, B> kept) {
        this(kept, MOST_REMEMBERED);
    }

    /**
     * None yet.
     *
     * @param most entries of all books together
     */
    OpenBooks(BiFunction<String, ReadOnly, B> kept, int most) {
        this.kept = kept;
        this.idle = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String id, Open<B> open) -> open.weight())
                .executor(Runnable::run)
                .build();
    }

    /**
     * What the reader makes of a subject's book. If the log has grown meanwhile then so has the store's position, and the
     * store is to be asked again.
     *
     * @param log the subject's log, just read from this store
     */
    <T> T ask(String id, Subject log, ReadableStore store, Function<B, T> reader) {
        if (!store.neverGoesBack()) {
            return reader.apply(kept.apply(id, new ReadOnly(store)));
        }
        Open<B> open = taken(id, log).orElseGet(() -> open(id, log, store));
        T answer = answer(open, store, reader);
        putBack(id, open, store);
        return answer;
    }

    /**
     * The same of a book that is open and whose log was this one a moment ago; empty when there is none, or when the log has
     * grown meanwhile.
     */
    <T> Optional<T> askIfOpen(String id, Subject log, ReadableStore store, Function<B, T> reader) {
        if (!store.neverGoesBack()) {
            return Optional.empty();
        }
        return taken(id, log).flatMap(open -> {
            T answer = answer(open, store, reader);
            return putBack(id, open, store) ? Optional.of(answer) : Optional.empty();
        });
    }

    private Optional<Open<B>> taken(String id, Subject log) {
        return Optional.ofNullable(idle.asMap().remove(id)).filter(open -> open.log.equals(log));
    }

    private Open<B> open(String id, Subject log, ReadableStore store) {
        ReadOnly readOnly = new ReadOnly(store);
        return new Open<>(log, readOnly, kept.apply(id, readOnly));
    }

    private static <B, T> T answer(Open<B> open, ReadableStore store, Function<B, T> reader) {
        open.store.turnTo(store);
        return reader.apply(open.book);
    }

    /** Keeps a book whose question was answered, if it is still all of one state; not so after a failure. */
    private boolean putBack(String id, Open<B> open, ReadableStore store) {
        boolean whole = !open.store.hasRead() || Replays.subject(id, store).equals(Optional.of(open.log));
        if (whole) {
            idle.put(id, open);
        }
        return whole;
    }
}
