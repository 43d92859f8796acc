package vorsprung.processor.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import vorsprung.http.Json;

/**
 * An object of an answer that is written already, to be put into one answer after the other.
 *
 * @param fields its fields, at least one, as they stand between the braces
 */
@JsonSerialize(using = Fragment.Writer.class)
record Fragment(SerializableString fields) {

    /** This object, written. */
    static Fragment of(Object view) {
        try {
            String written = Json.writer().writeValueAsString(view);
            return new Fragment(new SerializedString(written.substring(1, written.length() - 1)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many characters it has; they are kept as a text and, after the first answer, as bytes. */
    int size() {
        return fields.charLength();
    }

    /** Writes it as an object of its own. */
    static final class Writer extends JsonSerializer<Fragment> {
        @Override
        public void serialize(Fragment fragment, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeRaw(fragment.fields);
            json.writeEndObject();
        }

        @Override
        public JsonSerializer<Fragment> unwrappingSerializer(NameTransformer names) {
            return new Among();
        }
    }

    /** Writes it after the fields of another object. */
    private static final class Among extends JsonSerializer<Fragment> {
        @Override
        public void serialize(Fragment fragment, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRaw(',');
            json.writeRaw(fragment.fields);
        }

        @Override
        public boolean isUnwrappingSerializer() {
            return true;
        }
    }
}
