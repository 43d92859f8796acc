package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private Path store = Path.of("");
    private HttpsServer server;

    @BeforeEach
    void aRegistryThatAsksForTheClientsCertificate() throws Exception {
        store = folder.resolve("store.p12");
        makeKey(store);
        SSLContext context =
                RegistryTls.context(stores("truststore", "keystore")).orElseThrow();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/subjects/s/versions", exchange -> {
            byte[] body = "[1]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void makeKey(Path store) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "registry",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=registry",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private Map<String, String> stores(String... kinds) {
        Map<String, String> settings = new HashMap<>();
        for (String kind : kinds) {
            settings.put("schema.registry.ssl." + kind + ".location", store.toString());
            settings.put("schema.registry.ssl." + kind + ".password", PASSWORD);
            settings.put("schema.registry.ssl." + kind + ".type", "PKCS12");
        }
        return settings;
    }

    private SchemaRegistry registry(Map<String, String> stores) {
        Map<String, String> config = new HashMap<>(stores);
        config.put(
                "schema.registry.url",
                "https://127.0.0.1:" + server.getAddress().getPort());
        config.put("max.retries", "0");
        return SchemaRegistries.of(config);
    }

    @Test
    void trustAndKeyOpenTheRegistry() {
        assertThat(registry(stores("truststore", "keystore")).versions("s")).containsExactly(1);
    }

    @Test
    void withoutItsKeyTheClientIsTurnedAway() {
        assertThatThrownBy(() -> registry(stores("truststore")).versions("s"))
                .isInstanceOf(SchemaRegistryException.class);
    }

    @Test
    void aRegistryThatNobodyTrustsIsNotSpokenTo() {
        assertThatThrownBy(() -> registry(Map.of()).versions("s"))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("unable to find valid certification path");
    }
}
