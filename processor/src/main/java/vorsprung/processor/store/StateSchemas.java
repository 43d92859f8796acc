package vorsprung.processor.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The Avro schemas of what is kept in stores, every version that was ever released. */
final class StateSchemas {
    private StateSchemas() {}

    /** All versions of a state record's schema, the oldest first. */
    static List<Schema> versions(String name) {
        List<Schema> versions = new ArrayList<>();
        Schema next = read(name, 1);
        while (next != null) {
            versions.add(next);
            next = read(name, versions.size() + 1);
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("there is no state schema " + resource(name, 1));
        }
        return List.copyOf(versions);
    }

    private static @Nullable Schema read(String name, int version) {
        try (InputStream in = StateSchemas.class.getResourceAsStream(resource(name, version))) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name, int version) {
        return "/vorsprung/state/" + name + ".v" + version + ".avsc";
    }
}
