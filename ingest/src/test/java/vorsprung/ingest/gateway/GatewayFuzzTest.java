package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.http.Json;

/**
 * Valid bodies, mutated: the answer is never a 5xx, and what is refused is not published. {@code -Dfuzz.seconds=300} runs
 * longer, {@code -Dfuzz.seed=N} begins with another seed; a failure names the seed that shows it again.
 */
final class GatewayFuzzTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 8));
    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
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
    void whateverIsSentNothingBreaksAndNothingRefusedIsPublished() throws Exception {
        long end = System.nanoTime() + LENGTH.toNanos();
        for (long seed = FIRST_SEED; System.nanoTime() < end; seed++) {
            check(seed);
        }
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
        // Kept so that the list does not grow with the length of the run.
        gateway.kafka.forget();
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
