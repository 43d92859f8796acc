package vorsprung.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.ingest.directory.AliasException;

final class IngestTest {
    private static final String ROUND = "{\"company\":\"OpenAI\",\"occurredAt\":\"2025-03-31\"}";

    @Test
    void withoutKafkaTheGatewayOpensSaysSoAndPublishesNothing() throws Exception {
        try (Ingest ingest = new Ingest(config(Map.of("bootstrap.servers", nobodyListens())), InstantSource.system())) {
            ingest.start();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ask(ingest, HttpRequest.newBuilder(), "/readyz")
                                    .body())
                            .contains("Kafka does not answer")
                            .doesNotContain("registry"));
            HttpResponse<String> refused = ask(
                    ingest,
                    HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(ROUND)),
                    "/v1/events/funding-round");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(ask(ingest, HttpRequest.newBuilder(), "/healthz").statusCode())
                    .isEqualTo(200);
            assertThat(ask(ingest, HttpRequest.newBuilder(), "/metrics").body())
                    .contains("jvm_memory_used_bytes", "outcome=\"unavailable\"");
        }
    }

    @Test
    void aFileOfAliasesIsTakenOrToldWhyNot(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), "alias,company\nacme,Acme Corp\n");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "name\nacme\n");

        new Ingest(config(Map.of("aliases.file", good.toString())), InstantSource.system()).close();

        assertThatThrownBy(() -> new Ingest(config(Map.of("aliases.file", bad.toString())), InstantSource.system()))
                .isInstanceOf(AliasException.class)
                .hasMessageContaining("bad.csv, line 1");
    }

    private static HttpResponse<String> ask(Ingest ingest, HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port() + path);
        return HttpClient.newHttpClient().send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String nobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    private static IngestConfig config(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", "127.0.0.1:1");
        settings.put("schema.registry.url", "mock://ingest-test");
        settings.put("gateway.port", "0");
        settings.putAll(more);
        return IngestConfig.of(settings);
    }
}
