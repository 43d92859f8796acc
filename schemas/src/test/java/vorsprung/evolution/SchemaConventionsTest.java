package vorsprung.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vorsprung.topic.EventType;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

class SchemaConventionsTest {
    private static final Map<EventType, Set<String>> REQUIRED = Map.of(
            EventType.FUNDING_ROUND, Set.of("companyId", "occurredAt"),
            EventType.MODEL_RELEASE, Set.of("companyId", "modelId", "occurredAt"),
            EventType.BENCHMARK_RESULT, Set.of("companyId", "modelId", "benchmarkId", "occurredAt", "score"),
            EventType.PRICE_CHANGE,
                    Set.of(
                            "companyId",
                            "modelId",
                            "occurredAt",
                            "inputMicroUsdPerMillionTokens",
                            "outputMicroUsdPerMillionTokens"),
            EventType.USAGE_REPORT, Set.of("companyId", "occurredAt"),
            EventType.FINANCIAL_REPORT, Set.of("companyId", "occurredAt"),
            EventType.LEAD_CLAIM, Set.of("companyId", "occurredAt"));

    /** Every named schema that a topic's schema holds, itself included. */
    static Set<Schema> named() {
        Set<Schema> found = new TreeSet<>((a, b) -> a.getFullName().compareTo(b.getFullName()));
        Topics.all().stream().map(Topic::schema).filter(Objects::nonNull).forEach(schema -> collect(schema, found));
        return found;
    }

    private static void collect(Schema schema, Set<Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.add(schema);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            default -> {}
        }
    }

    private static Stream<Schema> of(Schema.Type type) {
        return named().stream().filter(schema -> schema.getType() == type);
    }

    static Stream<Schema> records() {
        return of(Schema.Type.RECORD);
    }

    static Stream<Schema> enums() {
        return of(Schema.Type.ENUM);
    }

    private static void everyField(Schema record, Consumer<Schema.Field> check) {
        assertThat(record.getFields()).allSatisfy(check);
    }

    @Test
    void allRecordsAndEnumsAreLookedAt() {
        assertThat(named().stream().map(Schema::getName))
                .containsExactlyInAnyOrder(
                        "FundingRound",
                        "ModelRelease",
                        "BenchmarkResult",
                        "PriceChange",
                        "UsageReport",
                        "FinancialReport",
                        "LeadClaim",
                        "Signal",
                        "Change",
                        "Publication",
                        "PublishedEvent",
                        "PublicationAction",
                        "Reporter",
                        "PublishAttempt",
                        "PublishAnswer",
                        "PublishResult",
                        "Source",
                        "Precision",
                        "Confidence",
                        "FundingKind",
                        "RoundStatus",
                        "TrainingCostBasis",
                        "UsageMetric",
                        "SignalType");
    }

    @ParameterizedTest
    @MethodSource("named")
    void everythingNamedIsDocumented(Schema schema) {
        assertThat(schema.getDoc()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldIsDocumented(Schema record) {
        everyField(record, field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsNotRequiredIsAbsentByDefault(Schema record) {
        everyField(
                record,
                field -> assertThat(field.hasDefaultValue())
                        .as(field.name())
                        .isEqualTo(field.schema().isNullable()));
        everyField(
                record,
                field -> assertThat(!field.hasDefaultValue() || isAbsent(field))
                        .as(field.name())
                        .isTrue());
    }

    private static boolean isAbsent(Schema.Field field) {
        return field.defaultVal() == JsonProperties.NULL_VALUE;
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyEnumFallsBackToUnknown(Schema schema) {
        assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
        assertThat(schema.getEnumSymbols()).startsWith("UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("types")
    void onlyWhatAnEventCannotBeUnderstoodWithoutIsRequired(EventType type) {
        Set<String> required = type.schema().getFields().stream()
                .filter(field -> !field.schema().isNullable())
                .map(Schema.Field::name)
                .collect(Collectors.toSet());

        assertThat(required).isEqualTo(REQUIRED.get(type));
    }

    static List<EventType> types() {
        return List.of(EventType.values());
    }
}
