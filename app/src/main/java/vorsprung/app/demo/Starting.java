package vorsprung.app.demo;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A part of the system that starts in a thread of its own, beside the others. */
final class Starting<T> implements AutoCloseable {

    private final CompletableFuture<T> part = new CompletableFuture<>();
    private final Life<T> life;

    /**
     * The ways of a part.
     *
     * @param start starts what was made
     * @param stop stops what was made, started or not
     */
    record Life<T>(Supplier<T> make, Consumer<T> start, Consumer<T> stop) {}

    private Starting(Life<T> life) {
        this.life = life;
    }

    /** Begins to start a part. */
    static <T> Starting<T> of(String name, Life<T> life) {
        Starting<T> starting = new Starting<>(life);
        new Thread(starting::run, "start-" + name).start();
        return starting;
    }

    /** The part once it runs; throws what its start has thrown. */
    T get() {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Waits for the start to end, and stops what has come of it. */
    @Override
    public void close() {
        part.handle((started, failure) -> Optional.ofNullable(started)).join().ifPresent(life.stop);
    }

    private void run() {
        try {
            part.complete(started());
        } catch (Throwable e) { // whoever waits for the part must learn of it, whatever it is
            part.completeExceptionally(e);
        }
    }

    private T started() {
        T made = life.make.get();
        try {
            life.start.accept(made);
            return made;
        } catch (RuntimeException e) {
            life.stop.accept(made);
            throw e;
        }
    }
}
