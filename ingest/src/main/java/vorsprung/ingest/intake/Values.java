package vorsprung.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import vorsprung.event.Source;
import vorsprung.rule.EventFields;
import vorsprung.settings.Nearest;
import vorsprung.topic.EventType;

/** Turns one JSON value into the value that the field's Avro schema wants. */
final class Values {
    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<String> SOURCE_FIELDS = Set.of("name", "url");

    private Values() {}

    static Object of(EventType type, Schema.Field field, JsonNode node) throws Misfit {
        if (EventFields.isPrice(field.name())) {
            return Numbers.microDollars(node);
        }
        Schema schema = withoutNull(field.schema());
        return switch (schema.getType()) {
            case STRING -> text(node);
            case LONG -> Numbers.whole(node);
            case DOUBLE -> Numbers.real(node);
            case BOOLEAN -> bool(node);
            case ENUM -> symbol(schema, node);
            case ARRAY -> field.name().equals("clears") ? clears(type, node) : texts(node);
            case RECORD -> source(node);
            default -> throw new IllegalStateException("no JSON form for " + schema);
        };
    }

    static String text(JsonNode node) throws Misfit {
        if (!node.isTextual()) {
            throw Misfit.expected("a text", node);
        }
        return node.textValue().strip();
    }

    private static Schema withoutNull(Schema schema) {
        if (!schema.isUnion()) {
            return schema;
        }
        List<Schema> branches = schema.getTypes();
        return branches.get(branches.get(0).getType() == Schema.Type.NULL ? 1 : 0);
    }

    private static Boolean bool(JsonNode node) throws Misfit {
        if (!node.isBoolean()) {
            throw Misfit.expected("true or false", node);
        }
        return node.booleanValue();
    }

    private static Object symbol(Schema schema, JsonNode node) throws Misfit {
        String wanted = text(node).toUpperCase(Locale.ROOT);
        if (!schema.hasEnumSymbol(wanted)) {
            String allowed = schema.getEnumSymbols().stream()
                    .filter(symbol -> !symbol.equals(UNKNOWN))
                    .collect(Collectors.joining(", "));
            throw Misfit.expected("one of " + allowed, node);
        }
        return SpecificData.get().createEnum(wanted, schema);
    }

    private static List<String> texts(JsonNode node) throws Misfit {
        if (!node.isArray()) {
            throw Misfit.expected("a list of texts", node);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : node) {
            texts.add(text(entry));
        }
        return texts;
    }

    /** JSON names, each once, whichever way they were written. */
    private static List<String> clears(EventType type, JsonNode node) throws Misfit {
        Set<String> names = new LinkedHashSet<>();
        for (String name : texts(node)) {
            names.add(EventFields.named(type, name)
                    .map(field -> EventFields.jsonName(field.name()))
                    .orElse(name));
        }
        return List.copyOf(names);
    }

    private static Source source(JsonNode node) throws Misfit {
        if (node.isTextual()) {
            return new Source(text(node), null);
        }
        if (!node.isObject()) {
            throw Misfit.expected("a name, or an object of name and url", node);
        }
        checkSourceFields(node);
        Optional<JsonNode> url = present(node, "url");
        return new Source(
                text(present(node, "name").orElseThrow(() -> new Misfit("name is required within a source"))),
                url.isPresent() ? text(url.get()) : null);
    }

    private static void checkSourceFields(JsonNode source) throws Misfit {
        for (Map.Entry<String, JsonNode> field : source.properties()) {
            if (!SOURCE_FIELDS.contains(field.getKey())) {
                throw new Misfit(unknownField(field.getKey(), SOURCE_FIELDS));
            }
        }
    }

    private static Optional<JsonNode> present(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    /** Says that there is no such field, and which one was probably meant. */
    static String unknownField(String name, Set<String> known) {
        String found = "\"" + Misfit.shortened(name) + "\" is no field here";
        return Nearest.to(name, known)
                .map(near -> found + "; did you mean \"" + near + "\"?")
                .orElseGet(
                        () -> found + "; there are " + known.stream().sorted().collect(Collectors.joining(", ")));
    }
}
