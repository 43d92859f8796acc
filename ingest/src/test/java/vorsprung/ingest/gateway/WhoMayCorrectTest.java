package vorsprung.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.publication.Publication;
import vorsprung.publication.PublicationAction;
import vorsprung.publication.PublishedEvent;
import vorsprung.publication.Reporter;
import vorsprung.topic.Topics;

final class WhoMayCorrectTest {
    private static final String FIELDS =
            "\"company\":\"OpenAI\",\"round\":\"Series F\",\"occurredAt\":\"2025-03-31\",\"amountUsd\":1";
    private static final String REPORT = "{" + FIELDS + "}";
    private static final String RETRACTION = "{" + FIELDS + ",\"retracted\":true}";
    private static final String CLEARING =
            "{\"company\":\"OpenAI\",\"round\":\"Series F\",\"occurredAt\":\"2025-03-31\","
                    + "\"clears\":[\"amountUsd\"]}";

    @TempDir
    private Path folder = Path.of("");

    private TestGateway gateway = new TestGateway(folder);
    private String own = "";
    private String other = "";
    private String any = "";

    @BeforeEach
    void withThreeCallers() throws Exception {
        gateway = new TestGateway(folder);
        own = gateway.token("ap", "publish:AP", "correct:own");
        other = gateway.token("reuters", "publish:Reuters", "correct:own");
        any = gateway.token("desk", "publish:Desk", "correct:any");
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whatOnlyItsOwnSourceReportedMayBeRetractedAndCleared() throws Exception {
        assertThat(post(own, REPORT).statusCode()).isEqualTo(201);

        assertThat(post(own, CLEARING).statusCode()).isEqualTo(201);
        assertThat(post(own, RETRACTION).statusCode()).isEqualTo(201);
    }

    @Test
    void whatAnotherSourceReportedMayBeReportedButNotRetracted() throws Exception {
        post(other, REPORT);

        assertThat(post(own, REPORT).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = post(own, RETRACTION);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Reuters").contains("correct:any");
        assertThat(post(own, CLEARING).statusCode()).isEqualTo(403);
        assertThat(gateway.kafka.reports).hasSize(2);
    }

    @Test
    void withCorrectAnyEverythingMayBeRetracted() throws Exception {
        post(own, REPORT);
        post(other, REPORT);

        assertThat(post(any, RETRACTION).statusCode()).isEqualTo(201);
    }

    @Test
    void aFactThatNobodyReportedIsNobodysOwn() throws Exception {
        assertThat(post(own, RETRACTION).body()).contains("nobody").contains("correct:any");
        assertThat(post(own, "[" + REPORT + "," + RETRACTION + "]").statusCode())
                .isEqualTo(201);
    }

    @Test
    void withoutTheScopeNothingIsCorrected() throws Exception {
        String writer = gateway.token("writer", "publish:Writer");
        gateway.restart();
        post(writer, REPORT);

        assertThat(post(writer, RETRACTION).body()).contains("correct:own");
        assertThat(gateway.kafka.reports).hasSize(1);
    }

    @Test
    void whileItIsNotKnownWhoReportedWhatCorrectionsWaitAndReportsDoNot() throws Exception {
        gateway.kafka.knowsReporters = false;

        assertThat(post(own, REPORT).statusCode()).isEqualTo(201);
        HttpResponse<String> refused = post(own, RETRACTION);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("market.reporters");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(post(any, RETRACTION).statusCode()).isEqualTo(201);
    }

    @Test
    void whoDidWhatIsWrittenBesideTheEvents() throws Exception {
        post(own, "[" + REPORT + "," + CLEARING + "," + RETRACTION + "]");

        Publication publication = (Publication) gateway.kafka.beside.get(0).value();
        assertThat(gateway.kafka.beside.get(0).topic()).isEqualTo(Topics.PUBLICATIONS);
        assertThat(publication.getCaller()).isEqualTo("ap");
        assertThat(publication.getRemoteAddress()).isEqualTo("127.0.0.1");
        assertThat(publication.getType()).isEqualTo("funding-round");
        assertThat(publication.getEvents())
                .extracting(PublishedEvent::getAction)
                .containsExactly(PublicationAction.PUBLISHED, PublicationAction.CORRECTED, PublicationAction.RETRACTED);
        assertThat(publication.getEvents())
                .extracting(PublishedEvent::getSource)
                .containsOnly("AP");
    }

    @Test
    void aSourceIsWrittenDownOncePerFact() throws Exception {
        post(own, "[" + REPORT + "," + REPORT + "]");
        post(own, REPORT);
        post(other, REPORT);

        assertThat(gateway.kafka.beside)
                .filteredOn(beside -> beside.topic().equals(Topics.REPORTERS))
                .extracting(beside -> ((Reporter) beside.value()).getSource())
                .containsExactly("AP", "Reuters");
    }

    private HttpResponse<String> post(String token, String body) throws Exception {
        return gateway.post(token, "funding-round", body);
    }
}
