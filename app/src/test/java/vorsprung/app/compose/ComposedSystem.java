package vorsprung.app.compose;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The services of docker-compose.yml as processes of this machine, in the order that the file has them start. */
final class ComposedSystem implements AutoCloseable {

    static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
    private static final List<String> SERVICES = List.of(
            "kafka-1",
            "kafka-2",
            "kafka-3",
            "registry",
            "topics",
            "ingest",
            "processor-1",
            "processor-2",
            "prometheus",
            "alertmanager");
    private static final String HOST = "host";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ComposeFile file;
    private final ComposeNetwork network;
    private final Path folder;
    private final Path tokens;
    private final Map<String, Container> containers = new HashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();

    private ComposedSystem(ComposeFile file, ComposeNetwork network, Path folder, Path tokens) {
        this.file = file;
        this.network = network;
        this.folder = folder;
        this.tokens = tokens;
    }

    /** A system whose containers are there but not started. */
    static ComposedSystem of(ComposeFile file, Path folder, Path tokens) throws IOException, InterruptedException {
        List<String> hosts = new ArrayList<>(SERVICES);
        hosts.add(HOST);
        ComposedSystem system = new ComposedSystem(file, ComposeNetwork.of(hosts), folder, tokens);
        for (String host : hosts) {
            system.containers.put(host, Container.of(host, system.network, folder));
        }
        return system;
    }

    /** Starts a service and returns at once. */
    void start(String name) throws IOException {
        ComposeFile.Service service = file.service(name);
        mount(service);
        List<String> words = new ArrayList<>(entryPoint(name));
        words.addAll(service.command());
        Map<String, String> environment = new LinkedHashMap<>(service.environment());
        environment.put(
                "JDK_JAVA_OPTIONS", "-XX:MaxRAM=" + service.memory() + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        processes.put(name, container(name).start(environment, words));
    }

    /** Starts a service that ends by itself, and waits for that. */
    int run(String name) throws IOException, InterruptedException {
        start(name);
        return process(name).waitFor();
    }

    /** Waits until the service answers with 200. */
    void awaitAnswer(String name, int port, String path) {
        Awaitility.await(name).atMost(PATIENCE).ignoreExceptions().until(() -> {
            failIfEnded(name);
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create("http://" + network.address(name) + ":" + port + path)
                            .toURL()
                            .openConnection();
            asked.setReadTimeout(5_000);
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        });
    }

    /** Waits until the service listens. */
    void awaitPort(String name, int port) {
        Awaitility.await(name).atMost(PATIENCE).ignoreExceptions().until(() -> {
            failIfEnded(name);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(network.address(name), port), 1_000);
                return true;
            }
        });
    }

    /** Runs a script on a further host of the network, on which {@code vorsprung} is the program of the image. */
    int runOnHost(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        Container host = container(HOST);
        layProgram(host);
        host.write(
                "/usr/local/bin/vorsprung",
                "#!/bin/sh\nexec " + quoted(EntryPoints.ofStage("vorsprung")) + " \"$@\"\n");
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        all.put("VORSPRUNG", "sh /usr/local/bin/vorsprung");
        Process process = host.start(
                all, List.of("sh", script.toAbsolutePath().normalize().toString()));
        processes.put(HOST, process);
        return process.waitFor();
    }

    /** What a service has said. */
    String said(String name) throws IOException {
        return Files.readString(container(name).log());
    }

    /** What the script on the host has said. */
    String saidByHost() throws IOException {
        return said(HOST);
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroyForcibly);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> processes.values().stream().noneMatch(Process::isAlive));
        network.close();
    }

    private void mount(ComposeFile.Service service) throws IOException {
        Container container = container(service.name());
        for (Map.Entry<String, String> volume : service.volumes().entrySet()) {
            String source = volume.getValue();
            if (source.endsWith("tokens.json")) {
                container.link(volume.getKey(), tokens);
            } else if (source.startsWith("/")) {
                container.link(volume.getKey(), Path.of(source));
            } else {
                container.folder(volume.getKey());
            }
        }
        if (BROKERS.contains(service.name())) {
            layKafka(container);
        } else {
            container.link("/opt/registry", Path.of(System.getProperty("vorsprung.registry.home")));
            container.folder("/var/lib/registry");
            layProgram(container);
        }
    }

    private static void layProgram(Container container) throws IOException {
        for (String part : List.of("lib", "modules", "vorsprung.jar")) {
            container.link("/opt/vorsprung/" + part, Path.of("target", part));
        }
    }

    /** What the image of Kafka has beside its libraries. */
    private static void layKafka(Container container) throws IOException {
        for (String config : List.of("server.properties", "log4j2.yaml", "tools-log4j2.yaml")) {
            container.write("/etc/kafka/docker/" + config, "");
        }
        container.folder("/mnt/shared/config");
        container.folder("/opt/kafka/config");
        container.link("/opt/kafka/libs", Path.of("target", "lib"));
    }

    private static List<String> entryPoint(String service) throws IOException {
        return switch (service) {
            case "registry" -> EntryPoints.ofStage("registry");
            case "prometheus" -> List.of("prometheus");
            case "alertmanager" -> List.of("prometheus-alertmanager");
            case "kafka-1", "kafka-2", "kafka-3" -> List.of("sh", "-c", KAFKA);
            default -> EntryPoints.ofStage("vorsprung");
        };
    }

    /** As the image does: its own wrapper makes server.properties of the environment and formats the folder. */
    private static final String KAFKA = """
            java -cp '/opt/kafka/libs/*' kafka.docker.KafkaDockerWrapper setup --default-configs-dir /etc/kafka/docker \
            --mounted-configs-dir /mnt/shared/config --final-configs-dir /opt/kafka/config \
            && exec java $KAFKA_HEAP_OPTS -cp '/opt/kafka/libs/*' kafka.Kafka /opt/kafka/config/server.properties
            """;

    private static String quoted(List<String> words) {
        return String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
    }

    private void failIfEnded(String name) {
        if (!process(name).isAlive()) {
            throw new IllegalStateException(
                    name + " ended, see " + container(name).log());
        }
    }

    private Process process(String name) {
        Process process = processes.get(name);
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }

    private Container container(String name) {
        Container container = containers.get(name);
        if (container == null) {
            throw new IllegalArgumentException(name + " is no service of this system in " + folder);
        }
        return container;
    }
}
