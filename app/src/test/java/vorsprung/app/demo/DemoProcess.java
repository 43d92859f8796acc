package vorsprung.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import vorsprung.app.Main;

/** The demo in a JVM of its own, on free ports, which a test may kill. */
public final class DemoProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GONE = Duration.ofSeconds(30);
    private static final String API = "query API";
    private static final String GATEWAY = "publish gateway";
    private static final String REGISTRY = "schema registry";
    private static final String KAFKA = "Kafka";
    private static final List<String> ALL = List.of(API, GATEWAY, REGISTRY, KAFKA);

    private final Process process;
    private final Map<String, String> addresses;
    private final HttpClient client = HttpClient.newHttpClient();

    private DemoProcess(Process process, Map<String, String> addresses) {
        this.process = process;
        this.addresses = Map.copyOf(addresses);
    }

    /** Starts the demo on this folder and returns when all of its history can be queried. */
    public static DemoProcess start(Path folder) throws IOException {
        return start("demo", folder);
    }

    /** Starts a system without the history. */
    public static DemoProcess startEmpty(Path folder) throws IOException {
        return start("local", folder);
    }

    private static DemoProcess start(String command, Path folder) throws IOException {
        Process process = begin(command, folder);
        return new DemoProcess(process, readAddresses(process));
    }

    /** Starts the demo on this folder and returns at once. */
    static Process begin(Path folder) throws IOException {
        return begin("demo", folder);
    }

    private static Process begin(String command, Path folder) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Optional.ofNullable(System.getProperty("vorsprung.registry.home"))
                .ifPresent(home -> words.add("-Dvorsprung.registry.home=" + home));
        words.addAll(List.of("-Dlog4j2.shutdownHookEnabled=false", "-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(Main.class.getName(), command, "--data-dir", folder.toString()));
        words.addAll(List.of("--port", "0", "--gateway-port", "0", "--registry-port", "0", "--kafka-port", "0"));
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Base URL of the query API. */
    public String api() {
        return address(API);
    }

    /** Base URL of the publish gateway. */
    public String gateway() {
        return address(GATEWAY);
    }

    /** The schema registry's {@code schema.registry.url}. */
    public String registry() {
        return address(REGISTRY);
    }

    /** Kafka's {@code bootstrap.servers}. */
    public String kafka() {
        return address(KAFKA);
    }

    /** The API's answer. */
    JsonNode ask(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(API) + path)).build());
    }

    /** Publishes an event, and returns when questions see it. */
    public void publish(String type, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(GATEWAY) + "/v1/events/" + type))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> published = client.send(request, HttpResponse.BodyHandlers.ofString());
        String position = published.headers().firstValue("Vorsprung-Position").orElseThrow();
        send(HttpRequest.newBuilder(URI.create(address(API) + "/v1/companies?limit=1"))
                .header("Vorsprung-Position", position)
                .build());
    }

    /** As {@code kill -9} does; returns when the process and every process it had started are gone. */
    static void kill(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        process.destroyForcibly();
        Awaitility.await().atMost(GONE).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** As {@code kill -9} does. */
    void kill() {
        kill(process);
    }

    /** As Ctrl-C does; returns when the process and every process it had started are gone. */
    void stop() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        process.destroy();
        Awaitility.await().atMost(GONE).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() {
        kill();
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private String address(String name) {
        return Objects.requireNonNull(addresses.get(name), name);
    }

    private static Map<String, String> readAddresses(Process process) throws IOException {
        Map<String, String> addresses = new HashMap<>();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            for (String name : ALL) {
                if (line.strip().startsWith(name)) {
                    addresses.put(name, line.strip().substring(name.length()).strip());
                }
            }
            if (addresses.size() == ALL.size()) {
                return addresses;
            }
        }
        throw new IOException("The demo ended before it was ready: " + process.info());
    }
}
