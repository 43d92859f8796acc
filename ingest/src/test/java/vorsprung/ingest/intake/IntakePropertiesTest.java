package vorsprung.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.event.Source;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.EventFields;
import vorsprung.topic.EventType;

final class IntakePropertiesTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Intake intake = new Intake(Directory.bundled());

    /** A report and its type. */
    record Raw(EventType type, ObjectNode json) {}

    @Property(tries = 500)
    void everyValidReportKeepsItsValues(@ForAll("valid") Raw raw) {
        SpecificRecord event = intake.accept(raw.type(), raw.json(), NOW).fold(Accepted::event, rejected -> {
            throw new AssertionError(rejected + " of " + raw.json());
        });

        raw.json()
                .properties()
                .forEach(field -> assertThat(value(raw.type(), event, field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
    }

    @Property(tries = 2_000)
    void aMutatedReportIsAcceptedOrRejectedAndNothingElse(
            @ForAll("valid") Raw raw, @ForAll("anything") JsonNode mutation, @ForAll int position) {
        List<String> names = raw.type().schema().getFields().stream()
                .map(field -> EventFields.jsonName(field.name()))
                .toList();
        ObjectNode mutated = raw.json().deepCopy();
        mutated.set(names.get(Math.floorMod(position, names.size())), mutation);

        Outcome outcome = intake.accept(raw.type(), mutated, NOW);

        assertThat(outcome.<Integer>fold(
                        accepted -> accepted.key().length(),
                        rejected -> rejected.errors().size()))
                .isPositive();
    }

    @Property(tries = 500)
    void anyJsonAtAllIsAcceptedOrRejected(@ForAll("anything") JsonNode json, @ForAll EventType type) {
        assertThat(intake.accept(type, json, NOW)).isInstanceOf(Rejected.class);
        assertThat(intake.accept(json, NOW)).isInstanceOf(Rejected.class);
    }

    @Provide
    Arbitrary<Raw> valid() {
        return Arbitraries.of(EventType.class).flatMap(this::valid);
    }

    private Arbitrary<Raw> valid(EventType type) {
        List<Schema.Field> fields = type.schema().getFields().stream()
                .filter(field -> !field.name().equals("occurredAtPrecision"))
                .toList();
        List<Arbitrary<JsonNode>> values =
                fields.stream().map(field -> valid(type, field)).toList();
        return Combinators.combine(values).as(chosen -> {
            ObjectNode json = JSON.objectNode();
            for (int i = 0; i < fields.size(); i++) {
                if (!chosen.get(i).isNull()) {
                    json.set(EventFields.jsonName(fields.get(i).name()), chosen.get(i));
                }
            }
            return new Raw(type, json);
        });
    }

    private Arbitrary<JsonNode> valid(EventType type, Schema.Field field) {
        Arbitrary<JsonNode> value = value(type, field);
        return EventFields.isOptional(field) ? value.injectNull(0.3).map(IntakePropertiesTest::orNull) : value;
    }

    // jqwik's injectNull hands out null where its type says none can be.
    @SuppressWarnings("NullAway")
    private static JsonNode orNull(JsonNode value) {
        return value == null ? JSON.nullNode() : value;
    }

    private Arbitrary<JsonNode> value(EventType type, Schema.Field field) {
        return switch (field.name()) {
            case "companyId" -> Arbitraries.of("openai", "anthropic", "z-ai").map(JSON::textNode);
            // A name that fits whichever id was drawn: one the directory does not know.
            case "company" -> Arbitraries.just(JSON.nullNode());
            case "modelId" ->
                Arbitraries.of("openai/gpt-4", "google/gemini-2-5-pro").map(JSON::textNode);
            case "benchmarkId" -> Arbitraries.of("gpqa-diamond", "mmlu").map(JSON::textNode);
            case "occurredAt", "recordedAt" -> days();
            case "source" ->
                Arbitraries.of("An outlet", "Ein Blatt")
                        .map(name -> JSON.objectNode().put("name", name));
            case "clears" -> Arbitraries.of("model", "confidence", "source").map(name -> clears(type, name));
            case "investors" ->
                Arbitraries.of("A", "B").list().ofMinSize(1).ofMaxSize(3).map(IntakePropertiesTest::array);
            default -> bySchema(field);
        };
    }

    private static Arbitrary<JsonNode> bySchema(Schema.Field field) {
        Schema schema = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
        if (EventFields.isPrice(field.name())) {
            return Arbitraries.longs().between(0, 1_000_000_000_000L).map(IntakePropertiesTest::dollars);
        }
        return switch (schema.getType()) {
            case LONG -> Arbitraries.longs().between(0, Long.MAX_VALUE).map(JSON::numberNode);
            case DOUBLE -> Arbitraries.doubles().between(0, 5_000).map(JSON::numberNode);
            case BOOLEAN -> Arbitraries.of(true, false).map(JSON::booleanNode);
            case ENUM -> Arbitraries.of(schema.getEnumSymbols()).map(JSON::textNode);
            default ->
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .withChars("äß漢<>/&")
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(JSON::textNode);
        };
    }

    @Provide
    Arbitrary<JsonNode> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(50).map(JSON::textNode),
                Arbitraries.of("NaN", "2025-99-99", "0202-07-30", "\uD800", "", "2025-01-01T00:00:00Z")
                        .map(JSON::textNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE)
                        .map(JSON::numberNode),
                Arbitraries.bigDecimals().map(number -> JSON.numberNode(number.scaleByPowerOfTen(500_000_000))),
                Arbitraries.longs().map(JSON::numberNode),
                Arbitraries.of(
                        JSON.nullNode(),
                        JSON.booleanNode(true),
                        JSON.arrayNode().addNull(),
                        JSON.objectNode()),
                Arbitraries.strings()
                        .ofMaxLength(9)
                        .map(name -> JSON.objectNode().put(name, 1)),
                Arbitraries.strings()
                        .ofMaxLength(9)
                        .map(text -> JSON.arrayNode().add(text)));
    }

    private static Arbitrary<JsonNode> days() {
        return Arbitraries.integers()
                .between(0, 29_000)
                .map(days ->
                        JSON.textNode(LocalDate.of(1950, 1, 1).plusDays(days).toString()));
    }

    private static JsonNode clears(EventType type, String name) {
        return JSON.arrayNode().add(EventFields.named(type, name).isPresent() ? name : "source");
    }

    private static JsonNode array(List<String> texts) {
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static JsonNode dollars(long micro) {
        return JSON.numberNode(BigDecimal.valueOf(micro, 6));
    }

    /** The event's value as the JSON it came from. */
    private static JsonNode value(EventType type, SpecificRecord event, String jsonName) {
        Schema.Field field = EventFields.named(type, jsonName).orElseThrow();
        Object value = event.get(field.pos());
        if (EventFields.isPrice(field.name())) {
            return dollars((Long) value);
        }
        if (value instanceof Instant time) {
            return JSON.textNode(time.toString().substring(0, 10));
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Boolean bool) {
            return JSON.booleanNode(bool);
        }
        if (value instanceof Source source) {
            return JSON.objectNode().put("name", source.getName());
        }
        if (value instanceof List<?> list) {
            return array(list.stream().map(String::valueOf).toList());
        }
        return JSON.textNode(String.valueOf(value));
    }
}
