package vorsprung.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the registry answered.
 *
 * @param question method and address, for messages
 * @param status HTTP status
 * @param body the JSON, or a missing node when it was none
 */
record RegistryAnswer(String question, int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_CODE = -1;
    private static final int NOT_FOUND = 404;

    static RegistryAnswer of(String question, int status, String text) {
        return new RegistryAnswer(question, status, parsed(text));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    boolean isServerError() {
        return status >= 500;
    }

    /** Whether there is no such resource at this address. A wrong path looks the same but for {@link #isAbsence()}. */
    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Whether the registry itself (not a proxy, nor a wrong path) says that it has no such thing: codes 40400 to 40499. */
    boolean isAbsence() {
        return status == NOT_FOUND && code() / 100 == NOT_FOUND;
    }

    /**
     * The JSON of a successful answer.
     *
     * @throws SchemaRegistryException when it is an error, or no JSON
     */
    JsonNode json() {
        if (status / 100 != 2 || body.isMissingNode()) {
            throw refusal();
        }
        return body;
    }

    /** The answer as an exception. */
    SchemaRegistryException refusal() {
        String said = body.path("message").asText("");
        String code = code() == NO_CODE ? "" : ", code " + code();
        String reason = said.isEmpty() ? ", which is not as a schema registry answers; check the address" : ": " + said;
        return new SchemaRegistryException(question + " answered " + status + code + reason, status, code());
    }

    private int code() {
        return body.path("error_code").asInt(NO_CODE);
    }
}
