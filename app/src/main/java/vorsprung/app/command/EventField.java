package vorsprung.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import vorsprung.rule.EventFields;

/**
 * A field of an event as an option of the command line. What does not fit is handed on as text: the gateway says what it
 * expected, in the same words to everybody.
 *
 * @param jsonName the field's name in JSON
 * @param schema the field's schema, without null
 * @param isPrice whether the value is dollars, whatever the schema says
 * @param doc what the field is
 */
record EventField(String jsonName, Schema schema, boolean isPrice, String doc) {

    static EventField of(Schema.Field field) {
        Schema schema = field.schema().isUnion()
                ? field.schema().getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : field.schema();
        return new EventField(
                EventFields.jsonName(field.name()), schema, EventFields.isPrice(field.name()), field.doc());
    }

    /** {@code --amount-usd} for {@code amountUsd}. */
    String option() {
        return "--" + jsonName.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    boolean isFlag() {
        return schema.getType() == Schema.Type.BOOLEAN;
    }

    boolean isList() {
        return schema.getType() == Schema.Type.ARRAY;
    }

    /** What stands for the value in the help. */
    String label() {
        if (isTime()) {
            return "TIME";
        }
        return switch (schema.getType()) {
            case LONG, DOUBLE -> "NUMBER";
            case BOOLEAN -> "true|false";
            case RECORD -> "NAME";
            default -> "TEXT";
        };
    }

    /** What the field is, in the help; for an enum with its values. */
    String help() {
        String text = doc.replace("micro-dollars", "dollars")
                .replace("UTC epoch milliseconds", "as 2025-03-31, 2025-03, 2025 or an instant");
        return schema.getType() == Schema.Type.ENUM ? text + " One of " + symbols() + "." : text;
    }

    /** The field's value in JSON. */
    JsonNode json(List<String> words) {
        if (isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            words.forEach(list::add);
            return list;
        }
        return json(words.get(words.size() - 1));
    }

    private JsonNode json(String word) {
        return switch (schema.getType()) {
            case LONG, DOUBLE -> isTime() ? TextNode.valueOf(word) : number(word);
            case BOOLEAN -> flag(word);
            case ENUM -> TextNode.valueOf(word.replace('-', '_'));
            default -> TextNode.valueOf(word);
        };
    }

    private boolean isTime() {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    private String symbols() {
        return schema.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                .collect(Collectors.joining(", "));
    }

    private static JsonNode number(String word) {
        try {
            return DecimalNode.valueOf(new BigDecimal(word.replace("_", "")));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(word);
        }
    }

    private static JsonNode flag(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(word);
        };
    }
}
