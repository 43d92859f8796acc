package vorsprung.http;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Map;

/** The contract of a server: {@code /openapi.yaml}, and {@code /docs}, a page to read and try it. */
public final class ApiDocument implements Routes {
    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.34.1/";

    /** The page's library draws its icons from data URLs. */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

    private final String resource;

    /** {@code resource} is the name of the OpenAPI document on the class path. */
    public ApiDocument(String resource) {
        this.resource = resource;
    }

    @Override
    public void addTo(JavalinConfig server) {
        List.of(
                        new Asset("/openapi.yaml", resource),
                        new Asset("/docs", "vorsprung/http/docs.html", Map.of("Content-Security-Policy", POLICY)),
                        new Asset("/docs/docs.js", "vorsprung/http/docs.js"),
                        new Asset("/docs/swagger-ui.css", SWAGGER_UI + "swagger-ui.css"),
                        new Asset("/docs/swagger-ui-bundle.js", SWAGGER_UI + "swagger-ui-bundle.js"))
                .forEach(file -> file.addTo(server));
    }
}
