package vorsprung.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;

/**
 * A registry that speaks Confluent's REST API: Confluent's own, Apicurio (address ending in
 * {@code /apis/ccompat/v7}), Karapace, Redpanda. Remembers nothing: the serdes keep what they have learnt.
 */
final class HttpSchemaRegistry implements SchemaRegistry {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final RegistryHttp http;
    private final String location;
    private final SchemaTexts texts;

    HttpSchemaRegistry(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
        this.location = settings.location();
        this.texts = new SchemaTexts(http);
    }

    @Override
    public int register(String subject, Schema schema) {
        RegistryRequest request = RegistryRequest.post(subjectPath(subject) + "/versions", body(schema));
        return id(http.ask(request));
    }

    @Override
    public Optional<Integer> idOf(String subject, Schema schema) {
        RegistryAnswer answer = http.ask(RegistryRequest.post(subjectPath(subject), body(schema)));
        return answer.isAbsence() ? Optional.empty() : Optional.of(id(answer));
    }

    @Override
    public Schema byId(int id) {
        RegistryAnswer answer = http.ask(RegistryRequest.get("/schemas/ids/" + id));
        if (answer.isAbsence()) {
            throw new UnknownSchemaException(id, location);
        }
        return texts.schema(answer.json());
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        RegistryAnswer answer = http.ask(RegistryRequest.get(subjectPath(subject) + "/versions/latest"));
        if (answer.isAbsence()) {
            return Optional.empty();
        }
        JsonNode json = answer.json();
        return Optional.of(new RegisteredSchema(id(answer), json.path("version").asInt(), texts.schema(json)));
    }

    @Override
    public List<Integer> versions(String subject) {
        RegistryAnswer answer = http.ask(RegistryRequest.get(subjectPath(subject) + "/versions"));
        if (answer.isAbsence()) {
            return List.of();
        }
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(JsonNode::asInt)
                .sorted()
                .toList();
    }

    @Override
    public boolean compatible(String subject, Schema schema) {
        String path = "/compatibility" + subjectPath(subject) + "/versions";
        RegistryAnswer answer = http.ask(RegistryRequest.post(path, body(schema)));
        if (isUnserved(answer)) {
            answer = http.ask(RegistryRequest.post(path + "/latest", body(schema)));
        }
        return answer.isAbsence() || answer.json().path("is_compatible").asBoolean();
    }

    // Older registries compare with one version only.
    private static boolean isUnserved(RegistryAnswer answer) {
        return answer.status() == METHOD_NOT_ALLOWED || (answer.isNotFound() && !answer.isAbsence());
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        String body = JSON.objectNode().put("compatibility", level.name()).toString();
        http.ask(RegistryRequest.put("/config/" + RegistryRequest.encoded(subject), body))
                .json();
    }

    @Override
    public Optional<Compatibility> compatibility(String subject) {
        RegistryAnswer answer = http.ask(RegistryRequest.get("/config/" + RegistryRequest.encoded(subject)));
        if (answer.isAbsence()) {
            return Optional.empty();
        }
        String named = answer.json().path("compatibilityLevel").asText();
        return Optional.of(Arrays.stream(Compatibility.values())
                .filter(level -> level.name().equals(named))
                .findFirst()
                .orElseThrow(answer::refusal));
    }

    @Override
    public String location() {
        return location;
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + RegistryRequest.encoded(subject);
    }

    private static String body(Schema schema) {
        ObjectNode body = JSON.objectNode().put("schema", schema.toString());
        return body.toString();
    }

    private static int id(RegistryAnswer answer) {
        JsonNode id = answer.json().path("id");
        if (!id.isIntegralNumber()) {
            throw answer.refusal();
        }
        return id.intValue();
    }
}
