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
 * <p>The log of a subject grows with each report that may change its book, in the same commit, and never shrinks. A book
 * was opened after its log was read; so if the log is still the same when the next question comes, then nothing of what was
 * read in between is of a later state, and the book is the present one.
 *
 * <p>A book serves one question at a time. Whoever comes meanwhile reads the store, as everybody did.
 *
 * @param <B> what such a book is
 */
final class OpenBooks<B> {
    private static final int MOST_REMEMBERED = 50_000;

    /** What a book without any entry counts, so that empty ones cannot be without number. */
    private static final int EMPTY = 8;

    private final BiFunction<String, ReadOnly, B> kept;
    private final Cache<String, Open<B>> idle = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((String id, Open<B> open) -> EMPTY + open.store.remembered())
            .executor(Runnable::run)
            .build();

    /** A book as it was when the log was read. */
    private record Open<B>(Subject log, ReadOnly store, B book) {}

    /**
     * None yet.
     *
     * @param kept opens a subject's book in a store
     */
    OpenBooks(BiFunction<String, ReadOnly, B> kept) {
        this.kept = kept;
    }

    /**
     * What the reader makes of a subject's book.
     *
     * @param log the subject's log, just read from this store
     */
    <T> T ask(String id, Subject log, ReadableStore store, Function<B, T> reader) {
        if (!store.neverGoesBack()) {
            return reader.apply(kept.apply(id, new ReadOnly(store)));
        }
        return answer(id, taken(id, log).orElseGet(() -> open(id, log, store)), store, reader);
    }

    /** The same of a book that is open since its subject's log was this one; empty when there is none. */
    <T> Optional<T> askIfOpen(String id, Subject log, ReadableStore store, Function<B, T> reader) {
        return store.neverGoesBack() ? taken(id, log).map(open -> answer(id, open, store, reader)) : Optional.empty();
    }

    private Optional<Open<B>> taken(String id, Subject log) {
        return Optional.ofNullable(idle.asMap().remove(id)).filter(open -> open.log.equals(log));
    }

    private <T> T answer(String id, Open<B> open, ReadableStore store, Function<B, T> reader) {
        open.store.turnTo(store);
        T answer = reader.apply(open.book);
        // Not after a failure: what was read until then may not be whole.
        idle.put(id, open);
        return answer;
    }

    private Open<B> open(String id, Subject log, ReadableStore store) {
        ReadOnly readOnly = new ReadOnly(store);
        return new Open<>(log, readOnly, kept.apply(id, readOnly));
    }
}
