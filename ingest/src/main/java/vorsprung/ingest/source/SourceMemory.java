package vorsprung.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vorsprung.http.Json;
import vorsprung.ingest.publish.TextStore;
import vorsprung.ingest.source.Fetched.Validators;

/** What a source last said, document by document; survives a restart. Keys begin with the source and the address. */
final class SourceMemory {
    private static final String VALIDATORS = "validators ";
    private static final String STATEMENT = "statement ";

    private final TextStore store;
    private final String source;
    private final Map<String, String> texts;

    /** Reads all that is kept of the source. */
    SourceMemory(TextStore store, String source) {
        this.store = store;
        this.source = source;
        this.texts = new HashMap<>(store.load(source + " "));
    }

    Validators validators(URI address) {
        String text = texts.get(key(VALIDATORS, address, ""));
        if (text == null) {
            return Validators.NONE;
        }
        try {
            JsonNode json = Json.reader().readValue(text);
            return new Validators(
                    json.path("etag").asText(), json.path("lastModified").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the state of " + source + " cannot be read: " + text, e);
        }
    }

    Map<String, Remembered> statements(URI address) {
        String prefix = key(STATEMENT, address, "");
        Map<String, Remembered> statements = new HashMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                statements.put(key.substring(prefix.length()), Remembered.of(text));
            }
        });
        return statements;
    }

    void keep(URI address, Map<String, Remembered> statements) {
        Map<String, String> kept = new LinkedHashMap<>();
        statements.forEach((key, statement) -> kept.put(key(STATEMENT, address, key), statement.text()));
        keep(kept);
    }

    void keep(URI address, Validators validators) {
        String text = JsonNodeFactory.instance
                .objectNode()
                .put("etag", validators.etag())
                .put("lastModified", validators.lastModified())
                .toString();
        String key = key(VALIDATORS, address, "");
        if (!text.equals(texts.get(key))) {
            keep(Map.of(key, text));
        }
    }

    private void keep(Map<String, String> kept) {
        store.put(kept);
        texts.putAll(kept);
    }

    private String key(String kind, URI address, String key) {
        return source + " " + kind + address + " " + key;
    }
}
