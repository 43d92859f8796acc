package vorsprung.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {
    private static final Schema SCHEMA = new Schema.Parser()
            .parse(
                    "{\"type\":\"record\",\"name\":\"Lead\",\"namespace\":\"a\",\"fields\":[{\"name\":\"id\",\"type\":\"int\"}]}");
    private static final String ESCAPED = SCHEMA.toString().replace("\"", "\\\"");
    private static final String ABSENT = "{\"error_code\":40401,\"message\":\"Subject 'lead-value' not found.\"}";

    private final RegistryFake fake = new RegistryFake();

    @AfterEach
    void stop() {
        fake.close();
    }

    private SchemaRegistry registry(String... settings) {
        Map<String, String> config = new HashMap<>();
        config.put("schema.registry.url", fake.url());
        config.put("max.retries", "0");
        config.put("retries.wait.ms", "1");
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        return SchemaRegistries.of(config);
    }

    @Test
    void aSchemaIsRegisteredUnderItsSubject() {
        fake.on("POST /subjects/lead-value/versions", 200, "{\"id\":7}");

        int id = registry().register("lead-value", SCHEMA);

        assertThat(id).isEqualTo(7);
        assertThat(fake.only().body()).isEqualTo("{\"schema\":\"" + ESCAPED + "\"}");
        assertThat(fake.only().header("Content-type")).isEqualTo("application/vnd.schemaregistry.v1+json");
        assertThat(fake.only().header("Accept")).startsWith("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void aSubjectsNameIsEscaped() {
        fake.on("POST /subjects/a%2Fb%20c/versions", 200, "{\"id\":1}");

        assertThat(registry().register("a/b c", SCHEMA)).isEqualTo(1);
    }

    @Test
    void anAddressMayHaveAPath() {
        fake.on("POST /apis/ccompat/v7/subjects/lead-value/versions", 200, "{\"id\":3}");

        int id = registry("schema.registry.url", fake.url() + "/apis/ccompat/v7/")
                .register("lead-value", SCHEMA);

        assertThat(id).isEqualTo(3);
    }

    @Test
    void anIdIsLookedUpBySchema() {
        fake.on("POST /subjects/lead-value", 200, "{\"subject\":\"lead-value\",\"id\":9,\"version\":2}");

        assertThat(registry().idOf("lead-value", SCHEMA)).contains(9);
    }

    @Test
    void whatTheRegistrySaysIsAbsentIsAbsent() {
        fake.on("POST /subjects/lead-value", 404, ABSENT)
                .on("GET /subjects/lead-value/versions/latest", 404, ABSENT)
                .on("GET /subjects/lead-value/versions", 404, ABSENT)
                .on("POST /compatibility/subjects/lead-value/versions", 404, ABSENT)
                .on("GET /config/lead-value", 404, "{\"error_code\":40408,\"message\":\"no level\"}");
        SchemaRegistry registry = registry();

        assertThat(registry.idOf("lead-value", SCHEMA)).isEmpty();
        assertThat(registry.latest("lead-value")).isEmpty();
        assertThat(registry.versions("lead-value")).isEmpty();
        assertThat(registry.compatible("lead-value", SCHEMA)).isTrue();
        assertThat(registry.compatibility("lead-value")).isEmpty();
    }

    @Test
    void aSchemaIsFetchedById() {
        fake.on("GET /schemas/ids/7", 200, "{\"schema\":\"" + ESCAPED + "\"}");

        assertThat(registry().byId(7)).isEqualTo(SCHEMA);
    }

    @Test
    void aSchemaIsFetchedWithWhatItRefersTo() {
        String holder = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"a.Holder\\\","
                + "\\\"fields\\\":[{\\\"name\\\":\\\"lead\\\",\\\"type\\\":\\\"a.Lead\\\"}]}";
        fake.on(
                        "GET /schemas/ids/8",
                        200,
                        "{\"schema\":\"" + holder
                                + "\",\"references\":[{\"name\":\"a.Lead\",\"subject\":\"lead\",\"version\":3}]}")
                .on("GET /subjects/lead/versions/3", 200, "{\"schema\":\"" + ESCAPED + "\"}");

        Schema schema = registry().byId(8);

        assertThat(schema.getField("lead").schema()).isEqualTo(SCHEMA);
    }

    @Test
    void aSchemaThatIsNotAvroIsNamed() {
        fake.on("GET /schemas/ids/8", 200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}");

        assertThatThrownBy(() -> registry().byId(8))
                .isInstanceOf(SchemaParseException.class)
                .hasMessage("a schema of type PROTOBUF, not AVRO");
    }

    @Test
    void anUnknownIdIsAnExceptionOfItsOwn() {
        fake.on("GET /schemas/ids/7", 404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}");

        assertThatThrownBy(() -> registry().byId(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("schema id 7 is unknown at " + fake.url());
    }

    @Test
    void aWrongPathIsNotAnUnknownId() {
        assertThatThrownBy(() ->
                        registry("schema.registry.url", fake.url() + "/wrong").byId(7))
                .isInstanceOf(SchemaRegistryException.class)
                .isNotInstanceOf(UnknownSchemaException.class)
                .hasMessage("GET " + fake.url() + "/wrong/schemas/ids/7 answered 404, code 404: HTTP 404 Not Found");
    }

    @Test
    void theNewestVersionComesWithItsNumber() {
        fake.on(
                "GET /subjects/lead-value/versions/latest",
                200,
                "{\"subject\":\"lead-value\",\"id\":7,\"version\":4,\"schema\":\"" + ESCAPED + "\"}");

        assertThat(registry().latest("lead-value")).contains(new RegisteredSchema(7, 4, SCHEMA));
    }

    @Test
    void versionsComeOldestFirst() {
        fake.on("GET /subjects/lead-value/versions", 200, "[2,1,4]");

        assertThat(registry().versions("lead-value")).containsExactly(1, 2, 4);
    }

    @Test
    void compatibilityIsAskedAgainstAllVersions() {
        fake.on("POST /compatibility/subjects/lead-value/versions", 200, "{\"is_compatible\":false}");

        assertThat(registry().compatible("lead-value", SCHEMA)).isFalse();
    }

    @Test
    void aRegistryThatComparesWithOneVersionOnlyIsAskedSo() {
        fake.on("POST /compatibility/subjects/lead-value/versions/latest", 200, "{\"is_compatible\":true}");

        assertThat(registry().compatible("lead-value", SCHEMA)).isTrue();
    }

    @Test
    void aLevelIsSetAndRead() {
        fake.on("PUT /config/lead-value", 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}")
                .on("GET /config/lead-value", 200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        SchemaRegistry registry = registry();

        registry.setCompatibility("lead-value", Compatibility.FULL_TRANSITIVE);

        assertThat(fake.only().body()).isEqualTo("{\"compatibility\":\"FULL_TRANSITIVE\"}");
        assertThat(registry.compatibility("lead-value")).contains(Compatibility.FULL_TRANSITIVE);
    }

    @Test
    void anErrorSaysStatusCodeAndWhatTheRegistrySaid() {
        fake.on(
                "POST /subjects/lead-value/versions",
                409,
                "{\"error_code\":409,\"message\":\"Schema being registered is incompatible\"}");

        assertThatThrownBy(() -> registry().register("lead-value", SCHEMA))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessage("POST " + fake.url() + "/subjects/lead-value/versions answered 409, code 409:"
                        + " Schema being registered is incompatible")
                .satisfies(
                        e -> assertThat(((SchemaRegistryException) e).status()).hasValue(409))
                .satisfies(e -> assertThat(((SchemaRegistryException) e).code()).hasValue(409))
                .matches(e -> !((SchemaRegistryException) e).isTransient());
    }

    @Test
    void anAnswerThatIsNoJsonPointsToTheAddress() {
        fake.on("GET /schemas/ids/7", 200, "<html>Welcome</html>");

        assertThatThrownBy(() -> registry().byId(7))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageEndingWith("answered 200, which is not as a schema registry answers; check the address");
    }
}
