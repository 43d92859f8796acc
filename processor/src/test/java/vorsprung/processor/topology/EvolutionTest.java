package vorsprung.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.processor.domain.valuation.Company;
import vorsprung.processor.query.Question;
import vorsprung.topic.EventType;
import vorsprung.topic.Topics;
import vorsprung.wire.Compatibility;
import vorsprung.wire.MemorySchemaRegistry;

/**
 * Producers of two schema versions side by side on one topic, before one processor: the one knows today's schema, the
 * other the next one, with an optional field and an enum symbol that the processor has never heard of.
 */
class EvolutionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBJECT = Topics.of(EventType.FUNDING_ROUND).subject();
    private static final long BILLION = 1_000_000_000L;

    private final TopologyFixture market = new TopologyFixture();
    private final MemorySchemaRegistry registry = MemorySchemaRegistry.shared("topology-fixture");

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void anOldProducerAndANewOneAreBothUnderstood() throws IOException {
        Schema first = EventType.FUNDING_ROUND.schema();
        Schema next = withMore(first);
        registry.setCompatibility(SUBJECT, Compatibility.FULL_TRANSITIVE);
        registry.register(SUBJECT, first);
        assertThat(registry.compatible(SUBJECT, next)).isTrue();
        registry.register(SUBJECT, next);

        publish(first, "old", "EQUITY", "2025-01-01T00:00:00Z");
        publish(next, "new", "TOKEN_SALE", "2025-02-01T00:00:00Z");
        publish(first, "old again", "DEBT", "2025-03-01T00:00:00Z");

        assertThat(market.deadLetters()).isEmpty();
        Company company = market.queries()
                .companies()
                .company("openai", new Question(TopologyFixture.NOW, TopologyFixture.NOW, Set.of()))
                .orElseThrow();
        assertThat(company.rounds()).isEqualTo(3);
        assertThat(company.totalRaisedUsd())
                .as("a kind that nobody here knows counts as equity")
                .isEqualTo(2 * BILLION);
        assertThat(company.debtRaisedUsd()).isEqualTo(BILLION);
    }

    @Test
    void aChangeThatWouldBreakAnOldReaderIsRefused() throws JsonProcessingException {
        Schema first = EventType.FUNDING_ROUND.schema();
        registry.setCompatibility(SUBJECT, Compatibility.FULL_TRANSITIVE);
        registry.register(SUBJECT, first);

        assertThat(registry.compatible(SUBJECT, withRequiredField(first))).isFalse();
    }

    private static Schema withMore(Schema schema) throws JsonProcessingException {
        JsonNode json = JSON.readTree(schema.toString());
        ArrayNode fields = (ArrayNode) json.get("fields");
        fields.addObject()
                .put("name", "leadBank")
                .set("type", JSON.createArrayNode().add("null").add("string"));
        ((ObjectNode) fields.get(fields.size() - 1)).putNull("default");
        for (JsonNode field : fields) {
            if (field.path("name").asText().equals("kind")) {
                ((ArrayNode) field.findValue("symbols")).add("TOKEN_SALE");
            }
        }
        return new Schema.Parser().parse(json.toString());
    }

    private static Schema withRequiredField(Schema schema) throws JsonProcessingException {
        JsonNode json = JSON.readTree(schema.toString());
        ((ArrayNode) json.get("fields")).addObject().put("name", "leadBank").put("type", "string");
        return new Schema.Parser().parse(json.toString());
    }

    private void publish(Schema schema, String eventId, String kind, String occurredAt) throws IOException {
        GenericRecordBuilder round = new GenericRecordBuilder(schema)
                .set("eventId", eventId)
                .set("companyId", "openai")
                .set("occurredAt", Instant.parse(occurredAt).toEpochMilli())
                .set("recordedAt", Instant.parse(occurredAt).toEpochMilli())
                .set("amountUsd", BILLION)
                .set("kind", symbol(schema, kind));
        if (schema.getField("leadBank") != null) {
            round.set("leadBank", "A Bank");
        }
        market.pipe(EventType.FUNDING_ROUND, "openai".getBytes(StandardCharsets.UTF_8), wire(schema, round.build()));
    }

    private static GenericData.EnumSymbol symbol(Schema schema, String kind) {
        Schema type = schema.getField("kind").schema().getTypes().stream()
                .filter(each -> each.getType() == Schema.Type.ENUM)
                .findFirst()
                .orElseThrow();
        return new GenericData.EnumSymbol(type, kind);
    }

    private byte[] wire(Schema schema, GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
        int id = registry.idOf(SUBJECT, schema).orElseThrow();
        return ByteBuffer.allocate(5 + bytes.size())
                .put((byte) 0)
                .putInt(id)
                .put(bytes.toByteArray())
                .array();
    }
}
