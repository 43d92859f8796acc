package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryHttpTest {
    private static final String VERSIONS = "GET /subjects/s/versions";

    private final RegistryFake fake = new RegistryFake();
    private final RegistryFake other = new RegistryFake();

    @AfterEach
    void stop() {
        fake.close();
        other.close();
    }

    private static SchemaRegistry registry(String url, String... settings) {
        Map<String, String> config = new HashMap<>();
        config.put("schema.registry.url", url);
        config.put("retries.wait.ms", "1");
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        return SchemaRegistries.of(config);
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private String authorizationSent(String url, String... settings) {
        fake.on(VERSIONS, 200, "[]");
        registry(url, settings).versions("s");
        return fake.only().header("Authorization");
    }

    @Test
    void theNextAddressIsAskedWhenOneIsAway() {
        other.on(VERSIONS, 200, "[1]");
        fake.close();
        SchemaRegistry registry = registry(fake.url() + "," + other.url(), "max.retries", "0");

        assertThat(registry.versions("s")).containsExactly(1);
    }

    @Test
    void theNextAddressIsAskedWhenOneIsBroken() {
        fake.on(VERSIONS, 503, "");
        other.on(VERSIONS, 200, "[1]");
        SchemaRegistry registry = registry(fake.url() + " , " + other.url(), "max.retries", "0");

        assertThat(registry.versions("s")).containsExactly(1);
    }

    @Test
    void theAddressThatAnsweredIsAskedFirstNextTime() {
        fake.on(VERSIONS, 500, "");
        other.on(VERSIONS, 200, "[1]");
        SchemaRegistry registry = registry(fake.url() + "," + other.url());

        registry.versions("s");
        registry.versions("s");

        assertThat(fake.requests()).hasSize(1);
        assertThat(other.requests()).hasSize(2);
    }

    @Test
    void aServersOwnErrorIsAskedAgain() {
        fake.on(VERSIONS, 500, "{\"error_code\":50001,\"message\":\"store\"}")
                .on(VERSIONS, 503, "")
                .on(VERSIONS, 200, "[3]");

        assertThat(registry(fake.url()).versions("s")).containsExactly(3);
    }

    @Test
    void anErrorOfOursIsNotAskedAgain() {
        fake.on(VERSIONS, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");

        assertThatThrownBy(() -> registry(fake.url()).versions("s")).isInstanceOf(SchemaRegistryException.class);

        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void afterTheLastRetryTheErrorIsTransient() {
        fake.on(VERSIONS, 503, "{\"error_code\":50003,\"message\":\"no leader\"}");

        assertThatThrownBy(() -> registry(fake.url(), "max.retries", "2").versions("s"))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageEndingWith("answered 503, code 50003: no leader")
                .matches(e -> ((SchemaRegistryException) e).isTransient());
        assertThat(fake.requests()).hasSize(3);
    }

    @Test
    void noConnectionIsTransientAndNamesTheAddress() {
        fake.close();

        assertThatThrownBy(() -> registry(fake.url(), "max.retries", "0").versions("s"))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessage("GET " + fake.url() + "/subjects/s/versions failed: no connection; is it running there?")
                .matches(e -> ((SchemaRegistryException) e).isTransient());
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        RegistryPatience patience = RegistrySettings.of(
                        "http://localhost:8081", Map.of("retries.wait.ms", "100", "retries.max.wait.ms", 1_000))
                .patience();

        assertThat(patience.pause(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(patience.pause(3)).isEqualTo(Duration.ofMillis(400));
        assertThat(patience.pause(50)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void credentialsComeFromTheAddress() {
        String sent = authorizationSent("http://user:p%40ss@" + fake.address());

        assertThat(sent).isEqualTo(basic("user:p@ss"));
    }

    @Test
    void credentialsComeFromUserInfo() {
        String sent = authorizationSent(
                fake.url(),
                "basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                "key:secret");

        assertThat(sent).isEqualTo(basic("key:secret"));
    }

    @Test
    void userInfoAloneIsEnough() {
        assertThat(authorizationSent(fake.url(), "basic.auth.user.info", "key:secret"))
                .isEqualTo(basic("key:secret"));
    }

    @Test
    void credentialsAreInheritedFromSasl() {
        String sent = authorizationSent(
                fake.url(),
                "basic.auth.credentials.source",
                "SASL_INHERIT",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"p\";");

        assertThat(sent).isEqualTo(basic("u:p"));
    }

    @Test
    void aStaticTokenIsBorne() {
        String sent = authorizationSent(
                fake.url(), "bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken");

        assertThat(sent).isEqualTo("Bearer t0ken");
    }

    @Test
    void withoutCredentialsNoneAreSent() {
        assertThat(authorizationSent(fake.url())).isEmpty();
    }

    @Test
    void noMessageShowsAPassword() {
        fake.on(VERSIONS, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
        SchemaRegistry registry = registry("http://user:hunter2@" + fake.address());

        assertThatThrownBy(() -> registry.versions("s")).hasMessageNotContaining("hunter2");
        assertThat(registry.location()).isEqualTo(fake.url());
        assertThat(RegistryAddress.of("http://user:hunter2@host", null).toString())
                .isEqualTo("http://host");
        assertThatThrownBy(() -> registry("htp://user:hunter2@host"))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedByName() {
        assertThatThrownBy(() -> SchemaRegistries.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> registry("http://h", "basic.auth.credentials.source", "USER_INFO"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("basic.auth.user.info is required");
        assertThatThrownBy(() -> registry("http://h", "bearer.auth.credentials.source", "OAUTHBEARER"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must be STATIC_TOKEN");
        assertThatThrownBy(() -> registry("https://h", "schema.registry.ssl.truststore.location", "/nowhere.jks"))
                .hasMessageContaining("/nowhere.jks");
    }
}
