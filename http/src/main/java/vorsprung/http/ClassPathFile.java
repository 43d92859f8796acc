package vorsprung.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** A file on the class path as an answer; its media type goes by its ending. */
final class ClassPathFile {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "yaml", "application/yaml; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final String mediaType;
    private final byte[] bytes;

    private ClassPathFile(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** The file of that name; empty when there is none, or none of a kind that is served. */
    static Optional<ClassPathFile> find(String resource) {
        String mediaType = MEDIA_TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        try (InputStream in = ClassPathFile.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null || mediaType == null
                    ? Optional.empty()
                    : Optional.of(new ClassPathFile(mediaType, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer; a client may keep it, but asks each time whether it is still the newest. */
    void answer(Context request) {
        request.contentType(mediaType).header("Cache-Control", "no-cache").result(bytes);
    }
}
