package vorsprung.app.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vorsprung.app.embedded.LoopbackPort;

/** Prometheus and Alertmanager beside a system, with the shipped configuration, in a folder of their own. */
public final class Monitoring implements AutoCloseable {

    private final Programs programs;
    private final Path folder;
    private final Fitting fitting;
    private final Deque<Companion> running = new ArrayDeque<>();
    private String prometheus = "";
    private String alertmanager = "";

    /** Not started; {@code folder} is for configuration, data and logs. */
    public Monitoring(Programs programs, Path folder) {
        this(programs, folder, Fitting.NONE);
    }

    Monitoring(Programs programs, Path folder, Fitting fitting) {
        this.programs = programs;
        this.folder = folder;
        this.fitting = fitting;
    }

    /** Texts of the shipped files to be replaced by others, beyond the addresses. */
    record Fitting(Map<String, String> prometheus, Map<String, String> rules, Map<String, String> alertmanager) {
        static final Fitting NONE = new Fitting(Map.of(), Map.of(), Map.of());
    }

    /**
     * Starts both to watch a system, and returns when both answer.
     *
     * @throws vorsprung.app.embedded.StartException if a port is taken, or one does not start
     */
    public void start(Watched system, MonitoringOptions options) {
        int prometheusPort = LoopbackPort.choose(options.prometheusPort(), "Prometheus", "--prometheus-port");
        int alertmanagerPort = LoopbackPort.choose(options.alertmanagerPort(), "Alertmanager", "--alertmanager-port");
        String prometheusAddress = LoopbackPort.HOST + ":" + prometheusPort;
        String alertmanagerAddress = LoopbackPort.HOST + ":" + alertmanagerPort;
        configure(system, alertmanagerAddress);
        alertmanager = "http://" + alertmanagerAddress;
        prometheus = "http://" + prometheusAddress;
        startAlertmanager(alertmanagerAddress);
        startPrometheus(prometheusAddress);
    }

    /** Prometheus' address; known once started. */
    public String prometheus() {
        return prometheus;
    }

    /** Alertmanager's address; known once started. */
    public String alertmanager() {
        return alertmanager;
    }

    private void startAlertmanager(String address) {
        running.push(Companion.start(
                "Alertmanager",
                List.of(
                        programs.alertmanager().toString(),
                        "--config.file=" + folder.resolve("alertmanager.yml"),
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=" + address,
                        "--cluster.listen-address="),
                folder.resolve("alertmanager.log"),
                URI.create(alertmanager + "/-/ready")));
    }

    private void startPrometheus(String address) {
        running.push(Companion.start(
                "Prometheus",
                List.of(
                        programs.prometheus().toString(),
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=" + address),
                folder.resolve("prometheus.log"),
                URI.create(prometheus + "/-/ready")));
    }

    private void configure(Watched system, String alertmanagerAddress) {
        Map<String, String> addresses = new HashMap<>(fitting.prometheus());
        addresses.put("vorsprung: http://127.0.0.1:8080", "vorsprung: " + system.api());
        addresses.put("[127.0.0.1:8080]", "[" + authority(system.api()) + "]");
        addresses.put("[127.0.0.1:8082]", "[" + authority(system.gateway()) + "]");
        addresses.put("[127.0.0.1:9093]", "[" + alertmanagerAddress + "]");
        write("prometheus.yml", addresses);
        write("alertmanager.yml", fitting.alertmanager());
        ShippedFiles.RULES.forEach(file -> write(file, fitting.rules()));
    }

    private static String authority(String url) {
        return URI.create(url).getAuthority();
    }

    private void write(String name, Map<String, String> replacements) {
        String text = Replacements.in(ShippedFiles.text(name), replacements);
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Stops Prometheus, then Alertmanager. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
