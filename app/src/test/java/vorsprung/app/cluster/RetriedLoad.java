package vorsprung.app.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A client that retries as told, asks one question over and over, and counts what it could not get an answer to. */
final class RetriedLoad implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    private RetriedLoad(String path, List<Instance> instances) {
        RetryingClient client = new RetryingClient(() -> instances);
        this.thread = new Thread(() -> run(client, path), "retries-as-told");
    }

    static RetriedLoad of(String path, List<Instance> instances) {
        RetriedLoad load = new RetriedLoad(path, instances);
        load.thread.start();
        return load;
    }

    /** Questions that were not answered, or by something else than 200 in the end. */
    int errors() {
        return errors.get();
    }

    /** Waits until so many more questions have been answered, or not. */
    void awaitMore(int count) {
        int goal = asked.get() + count;
        Awaitility.await().atMost(PATIENCE).until(() -> asked.get() >= goal);
    }

    @Override
    public void close() {
        over = true;
        Awaitility.await().atMost(PATIENCE).until(() -> !thread.isAlive());
    }

    private void run(RetryingClient client, String path) {
        while (!over) {
            try {
                if (!client.ask(path).startsWith("200 ")) {
                    errors.incrementAndGet();
                }
            } catch (IOException e) {
                errors.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            asked.incrementAndGet();
        }
    }
}
