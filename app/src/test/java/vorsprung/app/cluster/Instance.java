package vorsprung.app.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import vorsprung.app.Main;

/** A processor in a JVM of its own, on a free port, which a test may stop or kill. */
public final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ADDRESS = "query API: ";

    private final Process process;
    private final String url;
    private final Optional<String> token;
    private final HttpClient client;

    private Instance(Process process, String url, Optional<String> token, HttpClient client) {
        this.process = process;
        this.url = url;
        this.token = token;
        this.client = client;
    }

    /** Starts one with these settings and options, and returns when its port is open. */
    public static Instance start(Map<String, String> settings, String... options) throws IOException {
        return start(
                command(List.of(), options),
                Optional.empty(),
                settings,
                clients().build());
    }

    /** The same by a command that becomes the one named behind it, of one that wants a token. */
    static Instance start(List<String> by, Optional<String> token, Map<String, String> settings, String... options)
            throws IOException {
        List<String> words = new ArrayList<>(by);
        words.addAll(command(List.of(), options));
        return start(words, token, settings, clients().build());
    }

    /** Starts one that has this certificate, and trusts no other. */
    static Instance start(Map<String, String> settings, PeerCertificate certificate) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(certificate.settings());
        HttpClient.Builder trusting = clients().sslContext(certificate.context());
        return start(command(certificate.jvmOptions()), Optional.empty(), all, trusting.build());
    }

    private static HttpClient.Builder clients() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2));
    }

    private static Instance start(
            List<String> words, Optional<String> token, Map<String, String> settings, HttpClient client)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        settings.forEach((name, value) -> builder.environment().put(variable(name), value));
        Process process = builder.start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        Instance instance = new Instance(process, readUrl(lines), token, client);
        follow(lines);
        return instance;
    }

    /** Where its API is. */
    public String url() {
        return url;
    }

    /** Its address as its peers name it. */
    String address() {
        return url.substring("http://".length());
    }

    /** Waits until it is ready. */
    public Instance awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(() -> ask("/readyz").statusCode() == 200);
        return this;
    }

    /** Waits until a line of its metrics is like that. */
    void awaitMetrics(Predicate<String> line) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> ask("/metrics").body().lines().anyMatch(line));
    }

    /** The answer to a question. */
    HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As SIGTERM does; returns when the process has ended. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Waits until it has ended by itself; its exit code. */
    int awaitExit() {
        Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Whether it still runs, or stands still. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** From now on no file that it writes may grow beyond so many bytes, as on a disk that is full. */
    void limitFiles(long bytes) throws IOException, InterruptedException {
        run("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes);
    }

    /** It stands still, as a machine does that is suspended: its connections stay and nobody answers on them. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** It goes on as if no time had passed. */
    void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        run("kill", "-" + name, String.valueOf(process.pid()));
    }

    private static void run(String... words) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitEnd() {
        Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private static List<String> command(List<String> jvmOptions, String... options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvmOptions);
        words.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        words.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES="
                + System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES"));
        words.addAll(List.of("-Dlog4j2.shutdownHookEnabled=false", "-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(Main.class.getName(), "processor"));
        words.addAll(List.of(options));
        return words;
    }

    private static String variable(String setting) {
        return "VORSPRUNG_" + setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String readUrl(BufferedReader lines) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(ADDRESS)) {
                return line.substring(ADDRESS.length());
            }
        }
        throw new IOException("The processor ended before it answered:\n" + said);
    }

    /** A pipe that nobody reads holds up who writes to it; what is worth a look goes into the log of the tests. */
    private static void follow(BufferedReader lines) {
        Thread reader = new Thread(
                () -> lines.lines().filter(line -> !line.contains(" INFO ")).forEach(System.err::println),
                "processor-says");
        reader.setDaemon(true);
        reader.setUncaughtExceptionHandler((thread, e) -> {
            if (!(e instanceof UncheckedIOException)) {
                throw new IllegalStateException(e);
            }
        });
        reader.start();
    }
}
