package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.http.Json;

/**
 * Valid bodies, mutated: the answer is never a 5xx, what is refused is not published, and no memory is kept of it.
 * {@code -Dfuzz.seconds=300} runs longer, {@code -Dfuzz.seed=N} begins with another seed; a failure names the seed that
 * shows it again.
 */
final class GatewayFuzzTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 8));
    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);

    /**
     * What pools and caches may gain. Mutated bodies are small: a gateway that kept them is found out in runs of minutes
     * only, which {@code fuzz.seconds} asks for. The large ones find it out in any run.
     */
    private static final long MOST_GROWTH_BYTES = 1L << 19;

    private static final int LARGE_BODIES = 2_000;
    private static final int LARGE_CHARACTERS = 4_000;
    private static final long HALF_OF_THEIR_CHARACTERS = (long) LARGE_BODIES * LARGE_CHARACTERS / 2;

    private static final int COLLECTIONS = 3;

    /** Seeds that found something once, tried first. */
    private static final List<Long> KEPT = List.of(27_176L);

    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 413, 415, 422);
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/x-ndjson",
            "application/problem+json",
            "text/plain",
            "application/json;charset=\"");

    @TempDir
    private Path folder = Path.of("");

    private TestGateway gateway = new TestGateway(folder);
    private String token = "";

    @BeforeEach
    void start() throws IOException {
        gateway = new TestGateway(folder);
        token = gateway.token("fuzz", "publish:AP", "publish:Reuters", "correct:own");
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whateverIsSentNothingBreaksAndNothingRefusedIsPublishedOrKept() throws Exception {
        for (long seed : KEPT) {
            check(seed);
        }
        // The first half loads classes and fills pools and buffers.
        long next = run(FIRST_SEED);
        long before = heapInUse();
        run(next);

        assertKeptLessThan(MOST_GROWTH_BYTES, before);
    }

    @Test
    void ofLargeBodiesNothingIsKeptWhetherTakenOrRefused() throws Exception {
        sendLarge(LARGE_BODIES / 10);
        long before = heapInUse();

        sendLarge(LARGE_BODIES);

        assertKeptLessThan(HALF_OF_THEIR_CHARACTERS, before);
    }

    private static void assertKeptLessThan(long bytes, long heapBefore) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(heapInUse() - heapBefore)
                        .as("bytes kept of requests that are over")
                        .isLessThan(bytes));
    }

    /** Every other one is refused: its last field is unknown. */
    private void sendLarge(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String large = ("body " + i + " ").repeat(LARGE_CHARACTERS).substring(0, LARGE_CHARACTERS);
            String body = "{\"company\":\"A\",\"occurredAt\":\"2025\",\"investors\":[\"" + large
                    + "\"],\"source\":{\"name\":\"AP\"}" + (i % 2 == 0 ? "}" : ",\"unknown\":\"" + large + "\"}");
            HttpResponse<String> answer =
                    gateway.post(token, "funding-round", BodyPublishers.ofString(body), "Content-Type", TYPES.get(0));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(i % 2 == 0 ? 201 : 422);
            gateway.kafka.forget();
        }
    }

    /** Half of the whole; the seed to go on with. */
    private long run(long first) throws Exception {
        long end = System.nanoTime() + LENGTH.dividedBy(2).toNanos();
        long seed = first;
        while (System.nanoTime() < end) {
            check(seed++);
        }
        return seed;
    }

    /** What references and finalizers hold is let go at a second collection. */
    private static long heapInUse() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void check(long seed) throws Exception {
        Random random = new Random(seed);
        Mutation mutation = new Mutation(random);
        int before = gateway.kafka.reports.size();

        HttpResponse<String> answer = gateway.post(
                token,
                mutation.type(),
                BodyPublishers.ofByteArray(mutation.body()),
                "Content-Type",
                TYPES.get(random.nextInt(TYPES.size())),
                "Content-Encoding",
                random.nextInt(20) == 0 ? "gzip" : "identity");

        int published = gateway.kafka.reports.size() - before;
        if (answer.statusCode() == 201) {
            assertThat(published)
                    .as("seed %d", seed)
                    .isEqualTo(json(answer.body()).size());
        } else if (answer.statusCode() == 200) {
            String summary = answer.body().lines().reduce("", (last, line) -> line);
            assertThat(published)
                    .as("seed %d", seed)
                    .isEqualTo(json(summary).get("published").asInt());
        } else {
            assertThat(answer.statusCode())
                    .as("seed %d: %s", seed, answer.body())
                    .isIn(REFUSALS);
            assertThat(published).as("seed %d", seed).isZero();
        }
        // So that the list does not grow with the length of the run.
        gateway.kafka.forget();
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
