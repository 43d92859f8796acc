package vorsprung.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.command.Program;
import vorsprung.app.command.Surroundings;
import vorsprung.app.demo.DemoProcess;
import vorsprung.app.monitoring.Webhook.Told;
import vorsprung.app.table.Screen;

/**
 * A whole system, with the Prometheus and the Alertmanager of this machine, the shipped configuration at shorter
 * intervals, and a webhook. First news are published, then a history; the tests look at what came of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WatchedSystemIT {
    private static final String METRIC = "\\b(?:vorsprung|kafka|jvm|disk|process)_[a-z0-9_]+";

    /** Exported by {@code vorsprung watch}, which does not run here. */
    private static final Set<String> OF_WATCHERS = Set.of("vorsprung_source_last_success_timestamp_seconds");

    /** Exported by a server with a certificate, which this one is without; {@code TlsTest} sees it. */
    private static final Set<String> OF_TLS = Set.of("vorsprung_certificate_expiry_timestamp_seconds");

    /** Panels that are empty while all is well, or nothing is watched. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("Sources", "Garbage collection", "annotation");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private DemoProcess system;
    private Webhook webhook;
    private Monitoring monitoring;
    private PrometheusClient prometheus;

    @BeforeAll
    void newsAndThenAHistory(@TempDir Path folder) throws IOException, InterruptedException {
        Programs programs = programs();
        webhook = Webhook.start();
        system = DemoProcess.startEmpty(folder.resolve("system"));
        monitoring = new Monitoring(programs, folder.resolve("monitoring"), fitting());
        monitoring.start(new Watched(system.api(), system.gateway()), new MonitoringOptions(0, 0));
        prometheus = new PrometheusClient(monitoring.prometheus());

        publishNews();
        await().until(() -> webhook.firing("everybody").size() >= 2);
        importHistory(folder);
        await().until(() -> isThere("count(vorsprung_lead_days) == 8"));
        await().until(() -> isThere("ALERTS{alertname=\"Backfill\",alertstate=\"firing\"}"));
        Instant imported = Instant.now();
        await().until(() -> isThere("vorsprung_figures_read_timestamp_seconds > " + imported.getEpochSecond()));
        await().until(() -> isThere("vorsprung:news:late6h"));
    }

    @AfterAll
    void stop() {
        Stream.of(monitoring, system, webhook).forEach(WatchedSystemIT::close);
    }

    @Test
    void aFundingRoundAndAPriceCutAreToldOnceInTheRightWords() {
        assertThat(webhook.firing("everybody"))
                .extracting(Told::name)
                .containsExactlyInAnyOrder("ValuationJump", "PriceCut");
        JsonNode jump = told("ValuationJump").annotations();
        assertThat(jump.path("summary").asText()).isEqualTo("example-ai is valued at $200G");
        assertThat(jump.path("description").asText())
                .isEqualTo("example-ai is valued at $200G, after $100G: at least one and a half times the valuation"
                        + " before.");
        assertThat(jump.path("explain_url").asText()).isEqualTo(system.api() + "/v1/companies/example-ai/history");
        assertThat(jump.path("runbook_url").asText()).endsWith("docs/runbooks/ValuationJump.md");
        assertThat(told("PriceCut").annotations().path("description").asText())
                .isEqualTo("The blended price of example-ai/one is $4 per million tokens, after $8: a cut of at least"
                        + " a fifth.");
    }

    @Test
    void whoFollowsTheCompanyIsToldAsWell() {
        assertThat(webhook.firing("watch-list-example"))
                .extracting(Told::name)
                .containsExactlyInAnyOrder("ValuationJump", "PriceCut");
    }

    @Test
    void theHistoryRangNoBell() throws IOException, InterruptedException {
        assertThat(prometheus.query("ALERTS{category=\"market\",alertstate=\"firing\"}"))
                .extracting(alert -> alert.at("/metric/alertname").asText())
                .containsExactlyInAnyOrder("ValuationJump", "PriceCut");
        assertThat(prometheus.query("ALERTS{category=\"system\",alertstate=\"firing\"}"))
                .isEmpty();
        assertThat(webhook.firing("on-call")).isEmpty();
    }

    @Test
    void everyMetricThatRulesAndDashboardsNameIsExported() throws IOException, InterruptedException {
        Set<String> named = new TreeSet<>();
        for (String file : ShippedFiles.RULES) {
            addMetrics(ShippedFiles.text(file), named);
        }
        Dashboards.queries().forEach(query -> addMetrics(query.expression(), named));
        named.removeAll(OF_WATCHERS);
        named.removeAll(OF_TLS);

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(prometheus.names()).containsAll(named);
    }

    /** A scrape of a busy machine may come too late, and what it would have brought is missing until the next. */
    @Test
    void everyPanelShowsSomething() throws IOException, InterruptedException {
        for (Dashboards.Query query : Dashboards.queries()) {
            JsonNode result = prometheus.query(query.asked());
            assertThat(result.isArray()).as(query + "\n" + result).isTrue();
            if (!MAY_BE_EMPTY.contains(query.panel())) {
                await().untilAsserted(() -> assertThat(prometheus.query(query.asked()))
                        .as(query.toString())
                        .isNotEmpty());
            }
        }
    }

    @Test
    void theCheckOfTheChainFindsNothingToMend() {
        StringWriter out = new StringWriter();

        int exitCode = execute(
                out,
                List.of(
                        "alerts",
                        "check",
                        "--url=" + system.api(),
                        "--gateway=" + system.gateway(),
                        "--prometheus=" + monitoring.prometheus(),
                        "--alertmanager=" + monitoring.alertmanager()));

        assertThat(exitCode).as(out.toString()).isZero();
    }

    private static Programs programs() {
        try {
            return Programs.find(System.getenv("PATH"));
        } catch (MissingProgramException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }

    /** Seconds for what takes minutes, a webhook for two receivers, and a company for the watch list to follow. */
    private Monitoring.Fitting fitting() {
        return new Monitoring.Fitting(
                Map.of(
                        "scrape_interval: 15s",
                        "scrape_interval: 1s",
                        "evaluation_interval: 15s",
                        "evaluation_interval: 1s"),
                Map.of("interval: 15s", "interval: 1s"),
                Map.of(
                        "group_wait: 10s",
                        "group_wait: 1s",
                        "group_interval: 1m",
                        "group_interval: 1s",
                        "company =~ \"openai|anthropic|mistral\"",
                        "company =~ \"openai|example-ai\"",
                        "- name: everybody",
                        "- name: everybody\n    webhook_configs: [{url: '" + webhook.url() + "'}]",
                        "- name: on-call",
                        "- name: on-call\n    webhook_configs: [{url: '" + webhook.url() + "'}]",
                        "- name: watch-list-example",
                        "- name: watch-list-example\n    webhook_configs: [{url: '" + webhook.url() + "'}]"));
    }

    private void publishNews() throws IOException, InterruptedException {
        LocalDate before = today.minusDays(400);
        system.publish("funding-round", round("A", before, 100));
        system.publish("price-change", price(before, 8));
        system.publish("funding-round", round("B", today, 200));
        system.publish("price-change", price(today, 4));
        system.publish("financial-report", runwayOfFortyMonths());
    }

    private static String round(String name, LocalDate day, int billions) {
        return """
                {"company": "Example AI", "round": "%s", "occurredAt": "%s", "postMoneyValuationUsd": %d000000000}
                """.formatted(name, day, billions);
    }

    private String runwayOfFortyMonths() {
        return """
                {"company": "Example AI", "occurredAt": "%s", "monthlyBurnUsd": 1000000000, "cashUsd": 40000000000}
                """.formatted(today);
    }

    private static String price(LocalDate day, int usd) {
        return """
                {"company": "Example AI", "model": "One", "occurredAt": "%s",
                 "inputUsdPerMillionTokens": %d, "outputUsdPerMillionTokens": %d}
                """.formatted(day, usd, usd);
    }

    /** What comes with the program up to the end of 2024, which is history at any time. */
    private void importHistory(Path folder) throws IOException {
        Pattern old = Pattern.compile("\"occurredAt\" ?: ?\"20(?:1\\d|2[0-4])");
        Path history = folder.resolve("history.jsonl");
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/vorsprung/market-history.jsonl"))) {
            Files.write(history, lines.filter(line -> old.matcher(line).find()).toList());
        }
        List<String> words = List.of(
                "import", history.toString(), "--bootstrap=" + system.kafka(), "--registry=" + system.registry());
        // On a busy machine Kafka may not take an event in time; what was published then counts once.
        await().until(() -> execute(new StringWriter(), words) == 0);
    }

    private static int execute(StringWriter out, List<String> words) {
        Surroundings surroundings =
                new Surroundings(Map.of(), new ByteArrayInputStream(new byte[0]), Screen.PIPE, Screen.PIPE);
        return Program.commandLine(surroundings)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(words.toArray(String[]::new));
    }

    private Told told(String name) {
        return webhook.firing("everybody").stream()
                .filter(told -> told.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean isThere(String expression) throws IOException, InterruptedException {
        return !prometheus.query(expression).isEmpty();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
    }

    private static void addMetrics(String text, Set<String> named) {
        Pattern.compile(METRIC).matcher(text).results().forEach(found -> named.add(found.group()));
    }

    private static void close(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
