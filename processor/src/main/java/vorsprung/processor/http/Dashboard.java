package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Map;
import vorsprung.http.Asset;
import vorsprung.http.AssetFolder;
import vorsprung.http.Routes;

/**
 * {@code /}, the pages for people, and {@code /embed.html}, one chart for a frame on another page. Plain files that ask
 * the query API; all they need is served from here.
 */
final class Dashboard implements Routes {
    private static final String FOLDER = "vorsprung/dashboard";
    private static final String CHARTS = "META-INF/resources/webjars/uplot/1.6.30/dist/";

    private final String frameAncestors;

    /** {@code frameAncestors} says who may show the embeddable chart in a frame, as the CSP directive has it. */
    Dashboard(String frameAncestors) {
        this.frameAncestors = frameAncestors;
    }

    @Override
    public void addTo(JavalinConfig server) {
        List.of(
                        new Asset("/", FOLDER + "/index.html"),
                        new Asset("/embed.html", FOLDER + "/embed.html", embeddable()),
                        new Asset("/dashboard/lib/uPlot.js", CHARTS + "uPlot.esm.js"),
                        new Asset("/dashboard/lib/uPlot.css", CHARTS + "uPlot.min.css"),
                        new AssetFolder("/dashboard", FOLDER))
                .forEach(files -> files.addTo(server));
    }

    /** The older header cannot name who may, so it gives way to the policy. */
    private Map<String, String> embeddable() {
        return Map.of(
                "Content-Security-Policy",
                "default-src 'self'; frame-ancestors " + frameAncestors + "; base-uri 'none'",
                "X-Frame-Options",
                "");
    }
}
