package vorsprung.http;

import io.javalin.config.JavalinConfig;

/** Something that answers paths: adds its routes, event streams or static files to a server before it starts. */
@FunctionalInterface
public interface Routes {
    void addTo(JavalinConfig server);
}
