package vorsprung.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * How JSON is read and written everywhere. Written: times in ISO form, absent fields left out, numbers without an
 * exponent. Read: no duplicate keys, nothing after the value, decimals exact, depth, lengths and number of fields bounded.
 */
public final class Json {
    /** Deepest nesting that is read. */
    public static final int DEEPEST = 32;

    /** Most characters of a number that is read. */
    public static final int LONGEST_NUMBER = 64;

    /** Most names and values of a text that is read: several times those of a thousand events. */
    public static final int MOST_TOKENS = 500_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(forms())
            .build();

    /** Whoever reads an object finds a name that comes twice, without a set of the names of each object beside it. */
    private static final JsonFactory ENTRIES_FACTORY = factory()
            .rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectReader ENTRIES = MAPPER.readerFor(JsonNode.class)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** How Jackson names another place in what it tells: with a text, which it keeps to itself. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; (line: \\d+, column: \\d+)]");

    private Json() {}

    /** Writes any of our answers. */
    public static ObjectWriter writer() {
        return MAPPER.writer();
    }

    /** Any of our answers in UTF-8. */
    public static byte[] bytes(Object answer) {
        try {
            return writer().writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one JSON value strictly; {@code reader().forType(…)} for typed values. */
    public static ObjectReader reader() {
        return MAPPER.readerFor(JsonNode.class);
    }

    /**
     * The JSON value in these bytes, read strictly; a missing node when there is none.
     *
     * @throws JsonProcessingException when it cannot be read
     */
    public static JsonNode read(byte[] bytes) throws IOException {
        try {
            return reader().readValue(bytes);
        } catch (NumberFormatException e) {
            throw endless(e);
        }
    }

    /**
     * The JSON value in these bytes.
     *
     * @throws ProblemException with status 400, naming line and column, when there is not exactly one
     */
    public static JsonNode parse(byte[] bytes) {
        try {
            JsonNode node = read(bytes);
            if (node.isMissingNode()) {
                throw empty();
            }
            return node;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Takes one value of several. */
    public interface Taker {
        /**
         * Reads the value that begins at the current token of the parser, to its end; by {@link #value} or, of an object,
         * field by field, and then no name must come twice.
         */
        void take(JsonParser parser) throws IOException;
    }

    /**
     * Lets the JSON value in these bytes be read or, of an array, each of its entries after the other. That all of it is
     * readable is known only when this returns.
     *
     * @return whether it is an array
     * @throws ProblemException as {@link #parse}
     */
    public static boolean parseEach(byte[] bytes, Taker taker) {
        try (JsonParser parser = ENTRIES_FACTORY.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw empty();
            }
            boolean array = first == JsonToken.START_ARRAY;
            if (array) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    taker.take(parser);
                }
            } else {
                taker.take(parser);
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "there is more after the end of the value");
            }
            return array;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The value that begins at the current token, read to its end.
     *
     * @throws JsonProcessingException when it cannot be read
     */
    public static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_FLOAT -> number(parser);
            default -> tree(parser);
        };
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        try {
            return DecimalNode.valueOf(parser.getDecimalValue());
        } catch (NumberFormatException e) {
            throw endless(e);
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        try {
            return ENTRIES.readValue(parser);
        } catch (MismatchedInputException e) {
            // All else is a tree.
            throw new JsonParseException(parser, "Duplicate field '" + parser.currentName() + "'", e);
        } catch (NumberFormatException e) {
            throw endless(e);
        }
    }

    private static ProblemException empty() {
        return Problem.of(400, "The body is empty; expected JSON").exception();
    }

    private static ProblemException unreadable(IOException e) {
        String reason = e instanceof JsonProcessingException json ? reason(json) : e.getMessage();
        return Problem.of(400, "The body is not readable JSON: " + reason).exception();
    }

    // Jackson lets it out for an exponent beyond what Java can count, such as that of 1e40000000000.
    private static JsonParseException endless(NumberFormatException e) {
        return new JsonParseException(null, "the exponent of a number is out of all bounds", e);
    }

    /** What is wrong with the JSON and where, by line and column, in one line. */
    public static String reason(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? what(e) : what(e) + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** What is wrong with JSON that stands on one line, and in which column. */
    public static String reasonInLine(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? what(e) : what(e) + " (column " + at.getColumnNr() + ")";
    }

    private static String what(JsonProcessingException e) {
        String told = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
        return SOURCE.matcher(told).replaceAll("$1");
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxTokenCount(MOST_TOKENS)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build();
    }

    private static SimpleModule forms() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addSerializer(Double.class, new PlainDoubles())
                .addSerializer(double.class, new PlainDoubles());
    }
}
