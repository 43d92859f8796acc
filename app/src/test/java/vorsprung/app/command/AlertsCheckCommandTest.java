package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AlertsCheckCommandTest {
    private static final String BOTH_UP = """
            {"data": {"activeTargets": [
              {"labels": {"job": "vorsprung-processor"}, "health": "up", "scrapeUrl": "http://p/metrics"},
              {"labels": {"job": "vorsprung-ingest"}, "health": "up", "scrapeUrl": "http://i/metrics"}]}}
            """;
    private static final String ARRIVED = "[{\"labels\": {\"alertname\": \"VorsprungAlertsCheck\"}}]";

    private FakeService server;

    @BeforeEach
    void aSystemInWhichAllIsWell() throws IOException {
        server = FakeService.start()
                .babbling("/metrics", 200, "vorsprung_events_total 1\nvorsprung_gateway_events_total 1\n")
                .answering("/api/v1/targets", BOTH_UP)
                .answering("/api/v1/rules", "{\"data\": {\"groups\": [{\"rules\": [" + everyAlert() + "]}]}}")
                .answering("/api/v2/alerts", ARRIVED);
        server.answering(
                "/api/v1/alertmanagers",
                "{\"data\": {\"activeAlertmanagers\": [{\"url\": \"" + server.url() + "/api/v2/alerts\"}]}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyLinkThatIsWellIsToldAndATestAlertGoesTheWholeWay() {
        Executed check = check();

        assertThat(check.exitCode()).isZero();
        assertThat(check.outLines())
                .containsExactly(
                        "ok      the processor exports its metrics",
                        "ok      the gateway exports its metrics",
                        "ok      Prometheus scrapes both",
                        "ok      Prometheus has all rules, and they work",
                        "ok      Prometheus knows Alertmanager",
                        "ok      a test alert arrives at Alertmanager");
        assertThat(server.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSize(2)
                .allSatisfy(alert -> assertThat(alert.body()).contains("\"severity\":\"none\""));
    }

    @Test
    void aTargetThatIsDownIsToldWithWhatPrometheusSays() {
        server.answering("/api/v1/targets", """
                {"data": {"activeTargets": [{"labels": {"job": "vorsprung-processor"}, "health": "down",
                 "scrapeUrl": "http://p/metrics", "lastError": "connection refused"}]}}
                """);

        Executed check = check();

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .contains("FAILED  Prometheus scrapes both\n        http://p/metrics is down: connection refused");
    }

    @Test
    void aJobThatIsNotScrapedAtAllIsTold() {
        server.answering("/api/v1/targets", "{\"data\": {\"activeTargets\": []}}");

        assertThat(check().out()).contains("there is no target of the job vorsprung-processor");
    }

    @Test
    void rulesThatAreMissingOrFailAreNamed() {
        server.answering("/api/v1/rules", "{\"data\": {\"groups\": []}}");
        assertThat(check().out()).contains("there is no rule for ValuationJump, DownRound");

        server.answering("/api/v1/rules", """
                {"data": {"groups": [{"rules": [{"name": "PriceCut", "health": "err", "lastError": "bad"}]}]}}
                """);
        assertThat(check().out()).contains("the rule PriceCut fails: bad");
    }

    @Test
    void anAlertmanagerThatPrometheusDoesNotKnowIsTold() {
        server.answering("/api/v1/alertmanagers", "{\"data\": {\"activeAlertmanagers\": []}}");

        assertThat(check().out()).contains("it sends alerts to nobody, not to " + server.url());
    }

    @Test
    void aServerThatDoesNotAnswerOrIsAnotherIsTold() {
        server.babbling("/metrics", 200, "node_load1 0.5\n").babbling("/api/v1/rules", 200, "<html>");

        assertThat(check("--alertmanager", "http://127.0.0.1:9").out())
                .contains("/metrics has no vorsprung_events_total: another program listens there")
                .contains("answers /api/v1/rules with something else than JSON")
                .contains("Alertmanager does not answer at http://127.0.0.1:9");
    }

    private Executed check(String... more) {
        String url = server.url();
        return Executed.piped(Stream.concat(
                        Stream.of("alerts", "check", "--url", url, "--gateway", url, "--prometheus", url),
                        more.length == 0 ? Stream.of("--alertmanager", url) : Stream.of(more))
                .toArray(String[]::new));
    }

    private static String everyAlert() {
        return Stream.of("market", "system")
                .map(name -> Path.of("..", "monitoring", "rules", name + ".yml"))
                .flatMap(AlertsCheckCommandTest::alerts)
                .map(name -> "{\"name\": \"" + name + "\", \"health\": \"ok\"}")
                .collect(Collectors.joining(","));
    }

    private static Stream<String> alerts(Path file) {
        try {
            return Pattern.compile("alert: (\\w+)")
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
