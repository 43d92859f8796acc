package vorsprung.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Excerpts of what the sources really publish. */
final class Samples {
    private Samples() {}

    static String source(String name) {
        return text("/vorsprung/ingest/source/" + name);
    }

    static String table(String name) {
        return text("/vorsprung/ingest/table/" + name);
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
