package vorsprung.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

/**
 * Lets {@code Context.json} and {@code Context.jsonStream}, which does so without a text in between, write with
 * {@link Json}. Bodies are read with {@link Body} and {@link Json#parse}.
 */
final class JsonAnswers implements JsonMapper {
    @Override
    public String toJsonString(Object answer, Type type) {
        try {
            return Json.writer().writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream toJsonStream(Object answer, Type type) {
        return new ByteArrayInputStream(Json.bytes(answer));
    }
}
