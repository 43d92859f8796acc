package vorsprung.processor.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** An OpenAPI document that real answers are held against. */
final class Contract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    Contract(String yaml) {
        try {
            this.document = new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Method and path template of every operation. */
    Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> endpoints.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey())));
        return endpoints;
    }

    /** Names of the query parameters of an operation. */
    Set<String> queryParameters(String method, String template) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation(method, template).path("parameters")) {
            JsonNode found = resolved(parameter);
            if (found.path("in").asText().equals("query")) {
                names.add(found.path("name").asText());
            }
        }
        return names;
    }

    /** What in an answer is not as the document has it; empty when all is. */
    List<String> violations(String method, String template, HttpResponse<String> answer) {
        String mediaType =
                answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        return violations(method, template, answer.statusCode(), mediaType, answer.body());
    }

    /** The same of an answer in its parts. */
    List<String> violations(String method, String template, int status, String mediaType, String body) {
        JsonNode response =
                resolved(operation(method, template).path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not in the document");
        }
        JsonNode schema = response.path("content").path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            return List.of("media type " + mediaType + " is not in the document");
        }
        return mediaType.matches("application/(.*[+])?json") ? misfits(schema, body) : List.of();
    }

    private List<String> misfits(JsonNode schema, String body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        try {
            return SCHEMAS.getSchema(whole).validate(new ObjectMapper().readTree(body)).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode operation(String method, String template) {
        return document.get("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : document.at(reference.asText().substring(1));
    }
}
