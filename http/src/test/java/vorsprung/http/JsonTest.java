package vorsprung.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    private record View(Instant at, double score, @Nullable String absent) {}

    @Test
    void timesAreIsoAndAbsentFieldsLeftOut() throws JsonProcessingException {
        String json = Json.writer().writeValueAsString(new View(Instant.parse("2025-03-31T00:00:00Z"), 4e10, null));

        assertThat(json).isEqualTo("{\"at\":\"2025-03-31T00:00:00Z\",\"score\":40000000000}");
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1", "1e-5,0.00001", "40.0,40.0", "1e17,100000000000000000", "1e300,1.0E300", "-2.0E-3,-0.0020"})
    void aDoubleIsShortAndPlain(double value, String written) throws JsonProcessingException {
        assertThat(new BigDecimal(Json.writer().writeValueAsString(value))).isEqualByComparingTo(written);
        assertThat(Json.writer().writeValueAsString(value).contains("E")).isEqualTo(written.contains("E"));
    }

    @Test
    void bytesSayTheSameAsTextLetterByLetter() throws JsonProcessingException {
        List<String> names = List.of("Moonshot \"AI\"", "Z\u00FCrich", "\u6708\u4E4B\u6697\u9762", "\uD83D\uDE80");

        assertThat(new String(Json.bytes(names), StandardCharsets.UTF_8))
                .isEqualTo(Json.writer().writeValueAsString(names));
    }

    @Test
    void decimalsAreReadExactly() {
        JsonNode node = parse("{\"a\":0.10000000000000000001}");

        assertThat(node.get("a").decimalValue()).isEqualByComparingTo("0.10000000000000000001");
    }

    @Test
    void anArrayIsReadEntryByEntry() {
        List<JsonNode> entries = new ArrayList<>();

        boolean array = Json.parseEach(
                "[{\"a\":[1]}, 2, []]".getBytes(StandardCharsets.UTF_8), parser -> entries.add(Json.value(parser)));

        assertThat(array).isTrue();
        assertThat(entries).hasToString("[{\"a\":[1]}, 2, []]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "[{\"a\":1,\"a\":2}]",
                "[{\"a\":1,\"b\":2,\"c\":null,\"a\":{\"x\":[1]}}]",
                "[{}, {\"b\":{\"a\":null,\"a\":[]}}]",
            })
    void aNameTwiceInOneObjectIsRefused(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Json.parseEach(bytes, Json::value))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Duplicate field 'a'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1]}", "2", "null"})
    void whatIsNoArrayIsReadAsOne(String json) {
        List<JsonNode> entries = new ArrayList<>();

        boolean array =
                Json.parseEach(json.getBytes(StandardCharsets.UTF_8), parser -> entries.add(Json.value(parser)));

        assertThat(array).isFalse();
        assertThat(entries).hasToString("[" + json + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1,", "[1", "[1] 2", "[1]x", "[1,]", "[{\"a\":1,\"a\":2}]", "[1e40000000000]", "", "{} {}"})
    void anArrayThatCannotBeReadToItsEndIsNone(String json) {
        assertThatThrownBy(() -> Json.parseEach(json.getBytes(StandardCharsets.UTF_8), Json::value))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void unreadableJsonIsToldByLineAndColumn() {
        assertThatThrownBy(() -> parse("{\n  \"a\": }"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 2, column 8");
    }

    @Test
    void whatBeganEarlierIsToldByItsPlaceAlone() {
        assertThatThrownBy(() -> parse("{\"a\": [{\"b\": 1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("(start marker at line: 1, column: 8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{}x",
                "NaN",
                "{\"a\":NaN}",
                "[1,",
                "\u0000",
                "{'a':1}",
                "{\"a\":1e40000000000}"
            })
    void whatIsNotOneStrictJsonValueIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> Json.parse(new byte[] {0, 0, 0x7f, 0x7f, 0, 0x7f, 0, 0}))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Json.parse(new byte[] {(byte) 0xfe, (byte) 0xff, 1}))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void endlessNestingAndEndlessNumbersAreRefused() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> parse("9".repeat(100_000))).isInstanceOf(ProblemException.class);
    }

    private static JsonNode parse(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
