package vorsprung.app.cluster;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A client that knows all instances and does as it is told: after 503 it waits, where nobody answers it goes elsewhere. */
final class RetryingClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEFORE_ANOTHER = Duration.ofMillis(50);

    private final Supplier<List<Instance>> instances;
    private int next;

    RetryingClient(Supplier<List<Instance>> instances) {
        this.instances = instances;
    }

    /**
     * The answer, whatever it is but 503.
     *
     * @throws IOException when there was none in twenty seconds
     */
    String ask(String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            List<Instance> known = instances.get();
            Instance instance = known.get(Math.floorMod(next, known.size()));
            try {
                HttpResponse<String> answer = instance.ask(path);
                if (answer.statusCode() != 503) {
                    return answer.statusCode() + " " + answer.body();
                }
                last = answer.body();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(
                        answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
                next++;
                LockSupport.parkNanos(BEFORE_ANOTHER.toNanos());
            }
        }
        throw new IOException(path + " was not answered in " + PATIENCE + "; last: " + last);
    }
}
