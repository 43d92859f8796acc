package vorsprung.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;

/**
 * A file of the class path, served at a path of its own.
 *
 * @param path path of the URL
 * @param resource name of the file on the class path; its ending says what it is
 * @param headers headers that this file needs otherwise than {@link SecurityHeaders} has them; an empty text takes one
 *     away
 */
public record Asset(String path, String resource, Map<String, String> headers) implements Routes {
    public Asset {
        headers = Map.copyOf(headers);
    }

    /** A file with the headers of every answer. */
    public Asset(String path, String resource) {
        this(path, resource, Map.of());
    }

    /**
     * Adds the route.
     *
     * @throws IllegalStateException when there is no such file
     */
    @Override
    public void addTo(JavalinConfig server) {
        ClassPathFile file = ClassPathFile.find(resource)
                .orElseThrow(() -> new IllegalStateException("there is no " + resource + " on the class path"));
        server.routes.get(path, request -> {
            headers.forEach((name, value) -> set(request, name, value));
            file.answer(request);
        });
    }

    private static void set(Context answer, String name, String value) {
        answer.res().setHeader(name, value.isEmpty() ? null : value);
    }
}
