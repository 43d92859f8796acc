package vorsprung.benchmarks.contestant;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import vorsprung.benchmarks.figure.Measurement;

/** Clients that ask a server on loopback, each the next question as soon as the last is answered. */
final class HttpLoad {
    private static final int CLIENTS = 4;

    /** A server runs for weeks: what the compiler of the virtual machine takes in the first minute is not its cost. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final double NANOS = 1e9;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;
    private final Function<Random, String> question;

    /**
     * Asks this server.
     *
     * @param question draws a path
     */
    HttpLoad(int port, Function<Random, String> question) {
        this.server = "http://127.0.0.1:" + port;
        this.question = question;
    }

    /** Asks for a while to warm up, then for as long as is measured. */
    Measurement run() throws Exception {
        ask(WARM_UP);
        Percentiles times = ask(MEASURED);
        return times.addTo(
                Measurement.empty().with(Meter.REQUESTS_PER_SECOND, times.count() * NANOS / MEASURED.toNanos()));
    }

    private Percentiles ask(Duration time) throws Exception {
        Percentiles times = new Percentiles();
        long end = System.nanoTime() + time.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                asking.add(clients.submit(() -> {
                    askUntil(end, random, times);
                    return null;
                }));
            }
            for (Future<?> each : asking) {
                each.get();
            }
            return times;
        } finally {
            clients.shutdownNow();
        }
    }

    private void askUntil(long end, Random random, Percentiles times) throws Exception {
        while (System.nanoTime() < end) {
            URI asked = URI.create(server + question.apply(random));
            long began = System.nanoTime();
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofByteArray());
            times.add(System.nanoTime() - began);
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(asked + " was answered with " + answer.statusCode());
            }
        }
    }
}
