package vorsprung.processor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:from |src=|href=)[\"'](/dashboard/[^\"']+|\\.[^\"']+)[\"']");

    private final ApiFixture api = new ApiFixture();

    @AfterAll
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/embed.html, text/html",
        "/dashboard/main.js, text/javascript",
        "/dashboard/core/api.js, text/javascript",
        "/dashboard/colors.css, text/css",
        "/dashboard/icon.svg, image/svg+xml",
        "/dashboard/lib/uPlot.js, text/javascript",
        "/dashboard/lib/uPlot.css, text/css"
    })
    void aFileIsServedAsWhatItIs(String path, String mediaType) {
        HttpResponse<String> answer = api.ask(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/",
                "/dashboard/nothing.js",
                "/dashboard/..%2fprocessor%2fopenapi.yaml",
                "/dashboard/core%2f..%2f..%2fprocessor%2fopenapi.yaml",
                "/dashboard/core/.js"
            })
    void nothingElseIsServed(String path) {
        assertThat(api.ask(path).statusCode()).isIn(400, 404);
    }

    @Test
    void aBrowserThatHasTheNewestIsToldSo() {
        HttpResponse<String> first = api.ask("/dashboard/main.js");

        HttpResponse<String> again = api.ask(
                "/dashboard/main.js",
                "If-None-Match",
                first.headers().firstValue("ETag").orElseThrow());

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void scriptsAndStylesAreTheServersOwnAndNobodyMayFrameThePages() {
        HttpResponse<String> page = api.ask("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.body())
                .doesNotContain("<style", "style=\"", "http:", "https:")
                .doesNotContainPattern("<script(?! type=\"module\" src)");
    }

    @Test
    void theEmbeddableChartAloneMayBeFramedByWhomTheSettingNames() {
        HttpResponse<String> chart = api.ask("/embed.html");

        assertThat(chart.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; frame-ancestors 'self'; base-uri 'none'");
        assertThat(chart.headers().firstValue("X-Frame-Options")).isEmpty();
    }

    @Test
    void everyFileThatThePagesNameIsThereAndNoneMakesMarkupOfText() {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(Set.of("/", "/embed.html"));
        while (!left.isEmpty()) {
            String path = left.pop();
            if (seen.add(path)) {
                HttpResponse<String> file = api.ask(path);
                assertThat(file.statusCode()).as(path).isEqualTo(200);
                if (!path.contains("/lib/")) {
                    assertThat(file.body())
                            .as(path)
                            .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
                    references(path, file.body()).forEach(left::push);
                }
            }
        }

        assertThat(seen).contains("/dashboard/pages/race.js", "/dashboard/parts/reasons.js", "/dashboard/lib/uPlot.js");
    }

    private static Set<String> references(String path, String body) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher found = REFERENCE.matcher(body);
        while (found.find()) {
            paths.add(URI.create(path).resolve(found.group(1)).getPath());
        }
        return paths;
    }
}
