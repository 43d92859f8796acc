package vorsprung.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.settings.Settings;
import vorsprung.settings.SettingsException;

final class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder = Path.of("");

    private TlsFiles files = new TlsFiles(folder, folder);

    @BeforeEach
    void inTheFolder() {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
    }

    @Test
    void aServerWithACertificateSpeaksHttps() throws Exception {
        Certificate certificate = replace("first", "RSA");
        try (HttpServer server = server()) {
            server.start();

            assertThat(ask(server, certificate).body()).isEqualTo("true");
            assertThat(metrics(server, certificate)).contains("vorsprung_certificate_expiry_timestamp_seconds");
        }
    }

    @Test
    void anEllipticKeyDoesAsWell() throws Exception {
        Certificate certificate = replace("first", "EC");
        try (HttpServer server = server()) {
            server.start();

            assertThat(ask(server, certificate).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aReplacedCertificateIsUsedWithoutARestart() throws Exception {
        Certificate first = replace("first", "EC");
        try (HttpServer server = server()) {
            server.start();
            ask(server, first);

            Certificate second = replace("second", "EC");
            server.tls().orElseThrow().look();

            assertThat(ask(server, second).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> ask(server, first)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aPairThatDoesNotFitLeavesTheOldOneInUse() throws Exception {
        Certificate first = replace("first", "EC");
        try (HttpServer server = server()) {
            server.start();
            String chain = Files.readString(files.certificate());
            Certificate unused = replace("second", "EC");
            Files.writeString(files.certificate(), chain);
            server.tls().orElseThrow().look();

            assertThat(ask(server, first).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void filesThatAreNoneAreNamedWithWhatIsWrong() throws Exception {
        replace("first", "RSA");
        String key = Files.readString(files.key());
        Files.writeString(files.key(), key.replace("PRIVATE KEY", "RSA PRIVATE KEY"));

        assertThatThrownBy(this::server)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("key.pem")
                .hasMessageContaining("openssl pkcs8");
    }

    @Test
    void oneFileWithoutTheOtherIsRefused() {
        Settings settings = new Settings(Map.of("tls.key.file", "key.pem"));
        Optional<TlsFiles> unused = TlsFiles.of(settings);

        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("tls.certificate.file is missing");
    }

    private HttpServer server() {
        return new HttpServer(
                HttpSettings.loopback(0, "--port").with(Optional.of(files)),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List.of(config -> config.routes.get(
                        "/secure",
                        request -> request.result(Boolean.toString(request.req().isSecure())))));
    }

    private static HttpResponse<String> ask(HttpServer server, Certificate trusted) throws Exception {
        return get(server, trusted, "/secure");
    }

    private static String metrics(HttpServer server, Certificate trusted) throws Exception {
        return get(server, trusted, "/metrics").body();
    }

    private static HttpResponse<String> get(HttpServer server, Certificate trusted, String path) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(trusted)).build();
        URI uri = URI.create("https://127.0.0.1:" + server.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Puts a new certificate and key into the files. */
    private Certificate replace(String name, String algorithm) throws Exception {
        Path store = folder.resolve(name + ".p12");
        generate(store, algorithm);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = keys.getCertificate("server");
        byte[] key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
        Files.writeString(files.key(), pem("PRIVATE KEY", key));
        Files.writeString(files.certificate(), pem("CERTIFICATE", certificate.getEncoded()));
        return certificate;
    }

    private static String pem(String label, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static void generate(Path store, String algorithm) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "10",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }
}
