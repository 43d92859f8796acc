package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.event.FundingRound;
import vorsprung.event.Source;

final class WhoMayPublishTest {
    private static final String ROUND = "\"company\":\"OpenAI\",\"round\":\"Series F\",\"occurredAt\":\"2025-03-31\"";

    @TempDir
    private Path folder = Path.of("");

    private TestGateway gateway = new TestGateway(folder);

    @BeforeEach
    void inTheFolder() {
        gateway = new TestGateway(folder);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void anEventUnderTheTokensSourceIsPublished() throws Exception {
        String token = gateway.token("newsroom", "publish:Newsroom");
        gateway.start();

        assertThat(gateway.post(token, "funding-round", "{" + ROUND + ",\"source\":\"Newsroom\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anEventUnderAnotherSourceIsForbiddenAndTheScopeNamed() throws Exception {
        String token = gateway.token("newsroom", "publish:Newsroom");
        gateway.start();

        HttpResponse<String> answer = gateway.post(
                token, "funding-round", "[{" + ROUND + "},{" + ROUND + ",\"source\":{\"name\":\"Reuters\"}}]");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestGateway.json(answer).get("detail").asText()).contains("publish:Reuters");
        assertThat(TestGateway.json(answer).get("errors").findValuesAsText("field"))
                .containsExactly("[1].source");
        assertThat(gateway.kafka.reports).isEmpty();
    }

    @Test
    void anEventWithoutASourceGetsTheTokensOwn() throws Exception {
        String token = gateway.token("newsroom", "publish:Newsroom");
        gateway.start();

        gateway.post(token, "funding-round", "{" + ROUND + "}");
        gateway.post(token, "funding-round", "{" + ROUND + ",\"source\":{\"url\":\"https://example.com/a\"}}");

        assertThat(gateway.kafka.reports)
                .extracting(report -> ((FundingRound) report.event()).getSource())
                .containsExactly(new Source("Newsroom", null), new Source("Newsroom", "https://example.com/a"));
    }

    @Test
    void aTokenOfSeveralSourcesMustSayWhich() throws Exception {
        String token = gateway.token("agency", "publish:A", "publish:B");
        gateway.start();

        HttpResponse<String> unsigned = gateway.post(token, "funding-round", "{" + ROUND + "}");

        assertThat(unsigned.statusCode()).isEqualTo(403);
        assertThat(TestGateway.json(unsigned).get("detail").asText())
                .contains("source: is required", "it has: publish:A publish:B");
        assertThat(gateway.post(token, "funding-round", "{" + ROUND + ",\"source\":\"B\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aTokenThatMayOnlyAskPublishesNothing() throws Exception {
        String token = gateway.token("reader", "query");
        gateway.start();

        HttpResponse<String> signed = gateway.post(token, "funding-round", "{" + ROUND + ",\"source\":\"A\"}");
        HttpResponse<String> unsigned = gateway.post(token, "funding-round", "{" + ROUND + "}");

        assertThat(signed.statusCode()).isEqualTo(403);
        assertThat(TestGateway.json(signed).get("detail").asText())
                .contains("token reader lacks the scope publish:A; it has: query");
        assertThat(unsigned.statusCode()).isEqualTo(403);
        assertThat(TestGateway.json(unsigned).get("detail").asText())
                .contains("token reader lacks a scope publish:<source>, which a report needs; it has: query");
        assertThat(gateway.kafka.reports).isEmpty();
    }
}
