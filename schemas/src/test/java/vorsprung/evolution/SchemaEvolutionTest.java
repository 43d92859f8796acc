package vorsprung.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;
import vorsprung.wire.AvroSerde;
import vorsprung.wire.Compatibility;
import vorsprung.wire.MemorySchemaRegistry;

/**
 * To publish what has changed, run this with {@code -Dschemas.publish} and commit what appears under
 * {@code src/published}.
 */
class SchemaEvolutionTest {
    private static final int RECORDS = 50;
    private static final long SEED = 20_250_331L;
    private static final String PUBLISH = "mvn -pl schemas test -Dtest=SchemaEvolutionTest -Dschemas.publish";

    private final MemorySchemaRegistry registry = MemorySchemaRegistry.shared("evolution");
    private final AvroSerde<SpecificRecord> serde = new AvroSerde<>();

    SchemaEvolutionTest() {
        serde.configure(Map.of("schema.registry.url", "mock://evolution"), false);
    }

    static Stream<Topic> topics() {
        return Topics.all().stream().filter(topic -> topic.schema() != null);
    }

    @BeforeAll
    static void publishWhenAsked() {
        if (System.getProperty("schemas.publish") != null) {
            topics().map(SchemaEvolutionTest::published).forEach(PublishedVersions::publish);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theNewestVersionIsAmongThoseKept(Topic topic) {
        PublishedVersions published = published(topic);

        assertThat(published.holdNewest())
                .as(
                        "%s has changed since version %d was published. If that is meant, publish it: %s;"
                                + " until the first release, delete src/published/%s before that",
                        published, published.count(), PUBLISH, published)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyVersionReadsAndIsReadByAllBeforeIt(Topic topic) {
        List<Schema> versions = published(topic).all();

        assertThat(versions).isNotEmpty();
        for (int i = 0; i < versions.size(); i++) {
            assertThat(Compatibility.FULL_TRANSITIVE.admits(versions.get(i), versions.subList(0, i)))
                    .as("%s v%d among those before it", topic.name(), i + 1)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theNewestSchemaReadsAndIsReadByAllKept(Topic topic) {
        assertThat(Compatibility.FULL_TRANSITIVE.admits(
                        schema(topic), published(topic).all()))
                .as("%s can be read by its old readers, and reads its old topics", topic.name())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void recordsOfEveryVersionAreReadAsTheNewest(Topic topic) throws IOException {
        for (Schema version : published(topic).all()) {
            int id = registry.register(topic.subject(), version);
            for (Object record : new RandomData(version, RECORDS, SEED)) {
                byte[] bytes = ForeignBytes.written((GenericRecord) record, id);

                SpecificRecord read = serde.deserializer().deserialize(topic.name(), bytes);

                assertThat(read.getSchema()).isEqualTo(schema(topic));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void recordsOfTheNewestAreReadAsEveryVersion(Topic topic) throws IOException {
        int id = registry.register(topic.subject(), schema(topic));
        for (Object random : new RandomData(schema(topic), RECORDS, SEED)) {
            SpecificRecord record =
                    serde.deserializer().deserialize(topic.name(), ForeignBytes.written((GenericRecord) random, id));
            byte[] bytes = serde.serializer().serialize(topic.name(), record);

            for (Schema version : published(topic).all()) {
                GenericRecord read = ForeignBytes.read(bytes, schema(topic), version);

                assertThat(read.getSchema()).isEqualTo(version);
            }
        }
    }

    private static Schema schema(Topic topic) {
        return Objects.requireNonNull(topic.schema());
    }

    private static PublishedVersions published(Topic topic) {
        return new PublishedVersions(schema(topic));
    }
}
