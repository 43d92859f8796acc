package vorsprung.app.cluster;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Clients that ask without a pause until they are told to stop, and keep what they were answered. */
final class Load implements AutoCloseable {

    private final ExecutorService clients;
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /**
     * An answer.
     *
     * @param path what was asked
     * @param status 0 when there was no answer at all
     * @param retryAfter seconds, as told; empty when nothing was told
     * @param lag records that the answer may lag; empty when it is fresh
     * @param at {@code System.nanoTime()} when it was there
     */
    record Answered(String path, int status, String body, String retryAfter, String lag, long at) {
        boolean isFresh() {
            return status == 200 && lag.isEmpty();
        }
    }

    private Load(int size) {
        this.clients = Executors.newFixedThreadPool(size);
    }

    /** One client for each path, asking whichever instance is named at the time. */
    static Load of(List<String> paths, Supplier<Instance> instance) {
        Load load = new Load(paths.size());
        paths.forEach(path -> load.clients.execute(() -> load.run(path, instance)));
        return load;
    }

    /** Everything that was answered so far. */
    List<Answered> answers() {
        return new ArrayList<>(answers);
    }

    /** Waits until so many more answers have come. */
    void awaitMore(int count) {
        int goal = answers.size() + count;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers.size() >= goal);
    }

    @Override
    public void close() {
        over = true;
        clients.shutdown();
        try {
            if (!clients.awaitTermination(40, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a client waits for its answer for ever");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String path, Supplier<Instance> instance) {
        while (!over && !Thread.currentThread().isInterrupted()) {
            answers.add(ask(path, instance.get()));
        }
    }

    private static Answered ask(String path, Instance instance) {
        try {
            HttpResponse<String> answer = instance.ask(path);
            return new Answered(
                    path,
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Retry-After").orElse(""),
                    answer.headers().firstValue("Vorsprung-Lag-Records").orElse(""),
                    System.nanoTime());
        } catch (IOException e) {
            return new Answered(path, 0, String.valueOf(e.getMessage()), "", "", System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answered(path, 0, "interrupted", "", "", System.nanoTime());
        }
    }
}
