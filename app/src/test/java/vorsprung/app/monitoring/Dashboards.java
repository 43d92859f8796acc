package vorsprung.app.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The dashboards in {@code monitoring/grafana}. */
final class Dashboards {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Dashboards() {}

    /** A query of a panel, or of an annotation, with Grafana's variables as they are. */
    record Query(String dashboard, String panel, String expression) {
        /** As Grafana would ask it of all benchmarks. */
        String asked() {
            return expression.replace("$__rate_interval", "1m").replace("$benchmark", ".*");
        }

        @Override
        public String toString() {
            return dashboard + ", " + panel + ": " + expression;
        }
    }

    static List<JsonNode> all() throws IOException {
        List<JsonNode> dashboards = new ArrayList<>();
        try (Stream<Path> files = Files.list(Tool.MONITORING.resolve("grafana/dashboards"))) {
            for (Path file : files.sorted().toList()) {
                dashboards.add(JSON.readTree(file.toFile()));
            }
        }
        return dashboards;
    }

    static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode dashboard : all()) {
            String title = dashboard.path("title").asText();
            for (JsonNode panel : dashboard.path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    String expression = target.path("expr").asText();
                    queries.add(new Query(title, panel.path("title").asText(), expression));
                }
            }
            for (JsonNode annotation : dashboard.at("/annotations/list")) {
                queries.add(
                        new Query(title, "annotation", annotation.path("expr").asText()));
            }
        }
        return queries;
    }
}
