package vorsprung.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.event.Confidence;
import vorsprung.event.FundingKind;
import vorsprung.event.FundingRound;
import vorsprung.event.Precision;
import vorsprung.event.PriceChange;
import vorsprung.event.Source;
import vorsprung.ingest.directory.Directory;
import vorsprung.rule.FieldError;
import vorsprung.topic.EventType;

final class IntakeTest {
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00.123Z");

    private final Intake intake = new Intake(Directory.bundled());

    @ParameterizedTest
    @EnumSource
    void theSmallestReportOfEachTypeIsEnough(EventType type) {
        Accepted accepted = accepted(type, Reports.smallest(type));

        assertThat(field(accepted, "companyId")).isEqualTo("openai");
        assertThat(field(accepted, "recordedAt")).isEqualTo(NOW);
        assertThat(accepted.key()).isIn("openai", "openai/gpt-4", "gpqa-diamond");
        assertThat(accepted.warnings()).isEmpty();
    }

    @Test
    void aWholeReportKeepsEveryValue() {
        JsonNode report = Reports.json("""
                {'type':'funding-round','eventId':'a/b','companyId':'openai','company':'OpenAI','occurredAt':'2025-03-31',
                 'recordedAt':'2025-03-31T09:30:00.5Z','source':{'name':'An outlet','url':'https://example.org/a'},
                 'confidence':'likely','retracted':false,'clears':['postMoneyValuationUsd'],'round':'Series F',
                 'kind':'EQUITY','status':'ANNOUNCED','amountUsd':40000000000,'preMoneyValuationUsd':260000000000,
                 'trancheOf':'x','investors':['SoftBank','Others']}""");

        FundingRound round =
                (FundingRound) accepted(EventType.FUNDING_ROUND, report).event();

        assertThat(round.getEventId()).isEqualTo("a/b");
        assertThat(round.getOccurredAt()).isEqualTo("2025-03-31T00:00:00Z");
        assertThat(round.getOccurredAtPrecision()).isEqualTo(Precision.DAY);
        assertThat(round.getRecordedAt()).isEqualTo("2025-03-31T09:30:00.500Z");
        assertThat(round.getSource()).isEqualTo(new Source("An outlet", "https://example.org/a"));
        assertThat(round.getConfidence()).isEqualTo(Confidence.LIKELY);
        assertThat(round.getKind()).isEqualTo(FundingKind.EQUITY);
        assertThat(round.getAmountUsd()).isEqualTo(40_000_000_000L);
        assertThat(round.getPostMoneyValuationUsd()).isNull();
        assertThat(round.getInvestors()).containsExactly("SoftBank", "Others");
        assertThat(round.getClears()).containsExactly("postMoneyValuationUsd");
    }

    @Test
    void anEventThatTheProcessorWouldNotTakeIsRefused() {
        assertThat(accepted(EventType.FUNDING_ROUND, Reports.withInvestors(240, 4_090)))
                .isNotNull();

        assertThat(rejected(EventType.FUNDING_ROUND, Reports.withInvestors(241, 4_090)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEmpty();
                    assertThat(error.message()).startsWith("takes 986").contains("at most 983040");
                });
    }

    @Test
    void charactersOfSeveralBytesCountWithAllOfThem() {
        assertThat(accepted(EventType.FUNDING_ROUND, Reports.withInvestors(256, 1_200)))
                .isNotNull();
        JsonNode round = Reports.withInvestors(240, 4_090);
        JsonNode wide = Reports.json(round.toString().replace("xxxxxxxxxx", "\u20acxxxxxxxxx"));

        assertThat(rejected(EventType.FUNDING_ROUND, wide)).hasSize(1);
    }

    /** Close to the limit, what is counted while the event is made must not be less than it takes. */
    @Test
    void charactersOfThreeBytesAloneAreRefusedFromTheLimitOn() {
        JsonNode fits =
                Reports.json(Reports.withInvestors(256, 1_270).toString().replace("xxxxxxxxxx", "\u20ac".repeat(10)));
        JsonNode tooLarge =
                Reports.json(Reports.withInvestors(256, 1_280).toString().replace("xxxxxxxxxx", "\u20ac".repeat(10)));

        assertThat(accepted(EventType.FUNDING_ROUND, fits)).isNotNull();
        assertThat(rejected(EventType.FUNDING_ROUND, tooLarge)).hasSize(1);
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        JsonNode report = Reports.json("{'company':'OpenAI','occurredAt':'0202-07-30','amountUsd':-1,'knid':'EQUITY',"
                + "'status':'DONE','retracted':'yes','source':{'nmae':'x'}}");

        assertThat(rejected(EventType.FUNDING_ROUND, report))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("occurredAt", "amountUsd", "knid", "status", "retracted", "source");
    }

    @Test
    void anUnknownFieldIsAnErrorThatNamesTheNearestKnownOne() {
        assertThat(error(EventType.FUNDING_ROUND, "ammountUsd", "1")).contains("did you mean \"amountUsd\"");
        assertThat(error(EventType.PRICE_CHANGE, "inputMicroUsdPerMillionTokens", "1"))
                .contains("did you mean \"inputUsdPerMillionTokens\"");
        assertThat(error(EventType.FUNDING_ROUND, "zzz", "1")).contains("there are amountUsd, clears");
    }

    @Test
    void nullMeansAbsent() {
        Accepted accepted =
                accepted(EventType.FUNDING_ROUND, Reports.with(EventType.FUNDING_ROUND, "amountUsd", "null"));

        assertThat(field(accepted, "amountUsd")).isNull();
        assertThat(error(EventType.FUNDING_ROUND, "occurredAt", "null")).contains("is required");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-31T09:30:00Z,2025-03-31T09:30:00Z,INSTANT",
        "2025-03-31T09:30:00.1239999Z,2025-03-31T09:30:00.123Z,INSTANT",
        "2025-03-31T09:30+02:00,2025-03-31T07:30:00Z,INSTANT",
        "2025-03-31,2025-03-31T00:00:00Z,DAY",
        "2025-03,2025-03-01T00:00:00Z,MONTH",
        "2025,2025-01-01T00:00:00Z,YEAR"
    })
    void occurredAtIsAnInstantOrTheStartOfADayMonthOrYear(String text, Instant at, Precision precision) {
        Accepted accepted = accepted(
                EventType.FUNDING_ROUND, Reports.with(EventType.FUNDING_ROUND, "occurredAt", "'" + text + "'"));

        assertThat(field(accepted, "occurredAt")).isEqualTo(at);
        assertThat(field(accepted, "occurredAtPrecision")).isEqualTo(precision);
    }

    @Test
    void aStatedPrecisionHoldsAndMovesTheTimeToItsStart() {
        ObjectNode report = Reports.with(EventType.FUNDING_ROUND, "occurredAt", "'2025-03-31T09:30:00Z'");
        report.put("occurredAtPrecision", "month");

        Accepted accepted = accepted(EventType.FUNDING_ROUND, report);

        assertThat(field(accepted, "occurredAt")).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(field(accepted, "occurredAtPrecision")).isEqualTo(Precision.MONTH);
    }

    @ParameterizedTest
    @CsvSource({
        "0202-07-30,before 1950",
        "1949-12-31,before 1950",
        "2035-04-02,ten years ahead",
        "2025-02-30,no date of the calendar",
        "2025-13,no date of the calendar",
        "2025-03-31T25:00:00Z,no date of the calendar",
        "2025-03-31T09:30:00,no time zone",
        "3/31/2025,expected a time such as",
        "yesterday,expected a time such as",
        "NaN,expected a time such as",
        "+12025-01-01,expected a time such as"
    })
    void aDateOutOfReasonIsRefusedWithTheReason(String text, String reason) {
        assertThat(error(EventType.FUNDING_ROUND, "occurredAt", "'" + text + "'"))
                .contains(reason);
    }

    @Test
    void validTimeMayLieTenYearsAhead() {
        ObjectNode report = Reports.with(EventType.PRICE_CHANGE, "occurredAt", "'2035-04-01'");

        assertThat(field(accepted(EventType.PRICE_CHANGE, report), "occurredAt"))
                .isEqualTo(Instant.parse("2035-04-01T00:00:00Z"));
    }

    @Test
    void aRecordedAtUpToFiveMinutesAheadMeansNowAndBeyondIsRefused() {
        ObjectNode soon = Reports.with(EventType.FUNDING_ROUND, "recordedAt", "'2025-04-01T12:05:00Z'");

        assertThat(field(accepted(EventType.FUNDING_ROUND, soon), "recordedAt")).isEqualTo(NOW);
        assertThat(error(EventType.FUNDING_ROUND, "recordedAt", "'2025-04-01T12:05:01Z'"))
                .contains("in the future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40000000000", "4e10", "40000000000.0", "4.0E+10"})
    void moneyIsWholeDollarsHoweverItIsWritten(String json) {
        ObjectNode report = Reports.with(EventType.FUNDING_ROUND, "amountUsd", json);

        assertThat(field(accepted(EventType.FUNDING_ROUND, report), "amountUsd"))
                .isEqualTo(40_000_000_000L);
    }

    @Test
    void moneyIsNeverRounded() {
        ObjectNode report = Reports.with(EventType.FUNDING_ROUND, "amountUsd", "9007199254740993.0");

        assertThat(field(accepted(EventType.FUNDING_ROUND, report), "amountUsd"))
                .isEqualTo(9_007_199_254_740_993L);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,expected a whole number",
        "-1,negative",
        "1e19,too large",
        "1e999999999,too large",
        "100e2147483647,too large",
        "1e-999999999,expected a whole number",
        "'\"NaN\"',expected a whole number",
        "'\"40000000000\"',expected a whole number",
        "true,expected a whole number",
        "[1],expected a whole number",
        "{},expected a whole number"
    })
    void anAmountThatIsNoWholeNumberOfDollarsIsRefused(String json, String reason) {
        assertThat(error(EventType.FUNDING_ROUND, "amountUsd", json)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"0.15,150000", "0.000001,1", "30,30000000", "2.5E0,2500000", "0,0", "0.1000000000,100000"})
    void aPriceIsExactMicroDollars(String json, long micro) {
        ObjectNode report = Reports.with(EventType.PRICE_CHANGE, "inputUsdPerMillionTokens", json);

        PriceChange price =
                (PriceChange) accepted(EventType.PRICE_CHANGE, report).event();

        assertThat(price.getInputMicroUsdPerMillionTokens()).isEqualTo(micro);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000001,more than six decimals",
        "-1,negative",
        "1e15,too large",
        "100e2147483647,too large",
        "1e-999999999,more than six decimals",
        "'\"0.15\"',expected a price in dollars"
    })
    void aPriceThatIsNotExactInMicroDollarsIsRefused(String json, String reason) {
        assertThat(error(EventType.PRICE_CHANGE, "inputUsdPerMillionTokens", json))
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'NaN'", "'Infinity'", "1e999", "100e2147483647", "'0.5'", "[]", "true"})
    void aScoreIsAFiniteNumber(String json) {
        assertThat(error(EventType.BENCHMARK_RESULT, "score", json)).isNotBlank();
    }

    @Test
    void aScoreAndAPriceAreRequired() {
        assertThat(error(EventType.BENCHMARK_RESULT, "score", "null")).isEqualTo("is required");
        assertThat(error(EventType.PRICE_CHANGE, "outputUsdPerMillionTokens", "null"))
                .isEqualTo("is required");
    }

    @Test
    void anEnumIsReadInAnyCaseAndAnUnknownSymbolNamesTheAllowedOnes() {
        ObjectNode report = Reports.with(EventType.FUNDING_ROUND, "kind", "'public_mark'");

        assertThat(field(accepted(EventType.FUNDING_ROUND, report), "kind")).isEqualTo(FundingKind.PUBLIC_MARK);
        assertThat(error(EventType.FUNDING_ROUND, "status", "'DONE'"))
                .isEqualTo("expected one of RUMORED, ANNOUNCED, CLOSED, found \"DONE\"");
    }

    @Test
    void aSourceIsAnObjectOrJustAName() {
        ObjectNode report = Reports.with(EventType.FUNDING_ROUND, "source", "'An outlet'");

        assertThat(field(accepted(EventType.FUNDING_ROUND, report), "source")).isEqualTo(new Source("An outlet", null));
        assertThat(error(EventType.FUNDING_ROUND, "source", "{'url':'https://a'}"))
                .contains("name is required");
        assertThat(error(EventType.FUNDING_ROUND, "source", "{'name':'a','link':'b'}"))
                .contains("\"link\" is no field");
        assertThat(error(
                        EventType.FUNDING_ROUND,
                        "source.url",
                        Reports.with(EventType.FUNDING_ROUND, "source", "{'name':'a','url':'javascript:alert(1)'}")))
                .contains("not an http or https address");
    }

    @Test
    void clearsAreKeptByTheirJsonNames() {
        ObjectNode report = Reports.with(
                EventType.PRICE_CHANGE,
                "clears",
                "['cachedInputMicroUsdPerMillionTokens','cachedInputUsdPerMillionTokens','model']");

        assertThat(field(accepted(EventType.PRICE_CHANGE, report), "clears"))
                .isEqualTo(List.of("cachedInputUsdPerMillionTokens", "model"));
        assertThat(error(EventType.PRICE_CHANGE, "clears", "['companyId']")).contains("not an optional field");
        assertThat(error(EventType.PRICE_CHANGE, "clears", "['prise']")).contains("not an optional field");
    }

    @Test
    void theTypeFieldMustAgree() {
        ObjectNode report = Reports.with(EventType.FUNDING_ROUND, "type", "'funding-round'");

        assertThat(accepted(EventType.FUNDING_ROUND, report).type()).isEqualTo(EventType.FUNDING_ROUND);
        assertThat(error(EventType.FUNDING_ROUND, "type", "'price-change'")).contains("a funding-round is expected");
        assertThat(intake.accept(Reports.json("{'company':'x'}"), NOW)).isInstanceOf(Rejected.class);
        assertThat(intake.accept(Reports.json("{'type':'funding'}"), NOW).toString())
                .contains("funding-round, model-release");
        assertThat(intake.accept(report, NOW)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "'text'", "null", "true"})
    void aReportIsAnObject(String json) {
        assertThat(rejected(EventType.FUNDING_ROUND, Reports.json(json)))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("expected a JSON object"));
        assertThat(intake.accept(Reports.json(json), NOW)).isInstanceOf(Rejected.class);
    }

    private Accepted accepted(EventType type, JsonNode report) {
        return intake.accept(type, report, NOW).fold(accepted -> accepted, rejected -> {
            throw new AssertionError(rejected);
        });
    }

    private List<FieldError> rejected(EventType type, JsonNode report) {
        return intake.accept(type, report, NOW)
                .fold(
                        accepted -> {
                            throw new AssertionError(accepted);
                        },
                        Rejected::errors);
    }

    private String error(EventType type, String field, String json) {
        return error(type, field, Reports.with(type, field, json));
    }

    private String error(EventType type, String field, JsonNode report) {
        List<FieldError> errors = rejected(type, report);
        assertThat(errors).extracting(FieldError::field).containsExactly(field);
        return errors.get(0).message();
    }

    private static @Nullable Object field(Accepted accepted, String name) {
        SpecificRecord event = accepted.event();
        return event.get(event.getSchema().getField(name).pos());
    }
}
