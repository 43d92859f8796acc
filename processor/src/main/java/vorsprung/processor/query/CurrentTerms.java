package vorsprung.processor.query;

import java.util.Optional;
import java.util.function.Supplier;

/** The terms of the question that a thread is answering; what is asked outside of a question is asked fresh. */
public final class CurrentTerms {
    @SuppressWarnings("ThreadLocalUsage") // each set of stores has its own
    private final ThreadLocal<Terms> current = new ThreadLocal<>();

    /** From now on this thread answers on these terms. */
    public void begin(Terms terms) {
        current.set(terms);
    }

    /** The thread has answered; the terms it did so on. */
    public Optional<Terms> end() {
        Optional<Terms> terms = Optional.ofNullable(current.get());
        current.remove();
        return terms;
    }

    Terms get() {
        return Optional.ofNullable(current.get()).orElseGet(() -> Terms.fresh(Terms.DEFAULT_TIMEOUT));
    }

    /** Does a part of a question, on whichever thread. */
    <T> T under(Terms terms, Supplier<T> part) {
        Optional<Terms> before = end();
        begin(terms);
        try {
            return part.get();
        } finally {
            end();
            before.ifPresent(this::begin);
        }
    }
}
