package vorsprung.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseHandler;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * HEAD and OPTIONS for every route. Left to itself the framework answers HEAD with 200 wherever GET exists, whatever
 * GET would say, and OPTIONS not at all.
 */
final class ImpliedMethods {
    private ImpliedMethods() {}

    /** Call after all routes are there. */
    static void addTo(JavalinConfig server) {
        List<Endpoint> endpoints = server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .toList();
        endpoints.stream()
                .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
                .filter(endpoint -> !(endpoint.handler instanceof SseHandler))
                .forEach(endpoint -> server.routes.head(endpoint.path, endpoint.handler));
        endpoints.stream()
                .collect(Collectors.groupingBy(endpoint -> endpoint.path))
                .forEach((path, same) -> addOptions(server, path, methods(same)));
    }

    private static void addOptions(JavalinConfig server, String path, String methods) {
        server.routes.options(path, request -> request.status(204).header("Allow", methods));
    }

    private static String methods(List<Endpoint> endpoints) {
        TreeSet<String> names = new TreeSet<>(List.of("OPTIONS"));
        endpoints.forEach(endpoint -> names.add(endpoint.method.name()));
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return String.join(", ", names);
    }
}
