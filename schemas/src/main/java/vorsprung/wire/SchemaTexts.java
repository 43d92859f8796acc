package vorsprung.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Schemas as the registry keeps them: a text, and the names of other versions that it refers to. */
final class SchemaTexts {
    private static final String AVRO = "AVRO";

    private final RegistryHttp http;

    SchemaTexts(RegistryHttp http) {
        this.http = http;
    }

    /**
     * The schema in an answer, with what it refers to.
     *
     * @throws SchemaParseException when it is not Avro
     */
    Schema schema(JsonNode version) {
        // Foreign defaults may be wrong and do no harm until they are needed.
        Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
        return parse(version, parser, new HashSet<>());
    }

    private Schema parse(JsonNode version, Schema.Parser parser, Set<String> parsed) {
        String kind = version.path("schemaType").asText(AVRO);
        if (!kind.equals(AVRO)) {
            throw new SchemaParseException("a schema of type " + kind + ", not " + AVRO);
        }
        for (JsonNode reference : version.path("references")) {
            String path = "/subjects/"
                    + RegistryRequest.encoded(reference.path("subject").asText()) + "/versions/"
                    + reference.path("version").asInt();
            if (parsed.add(path)) {
                parse(http.ask(RegistryRequest.get(path)).json(), parser, parsed);
            }
        }
        return parser.parse(version.path("schema").asText());
    }
}
