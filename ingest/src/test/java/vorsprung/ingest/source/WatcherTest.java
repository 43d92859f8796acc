package vorsprung.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vorsprung.ingest.directory.Directory;
import vorsprung.ingest.intake.EventJson;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;
import vorsprung.ingest.publish.TextStore;
import vorsprung.ingest.source.Watcher.Look;

/** A watcher against a real HTTP server, with a store and a publisher in memory. */
final class WatcherTest {
    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final String MODELS = Samples.source("openrouter-models.json");
    private static final String ROUNDS = Samples.table("ai_companies_funding_rounds.csv");

    private final Site site = new Site();
    private final Memory kafka = new Memory();
    private final List<Duration> waits = new ArrayList<>();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private Instant now = START;

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theFirstLookPublishesAllAndTheNextNothing() throws InterruptedException {
        site.publishes(MODELS);
        Watcher watcher = openRouter();

        Look first = watcher.look();
        Look second = watcher.look();

        assertThat(first.published()).isEqualTo(4);
        assertThat(second.published()).isZero();
        assertThat(second.unchanged()).isEqualTo(4);
        assertThat(site.notModified()).isEqualTo(1);
        assertThat(kafka.json.get(0))
                .contains("\"occurredAt\":\"2026-06-01\"", "\"recordedAt\":\"2026-06-01T12:00:00Z\"");
    }

    @Test
    void aDocumentThatIsNewAndSaysTheSamePublishesNothing() throws InterruptedException {
        site.publishes(MODELS);
        Watcher watcher = openRouter();
        watcher.look();
        site.publishes(MODELS + "\n\n");

        assertThat(watcher.look().published()).isZero();
        assertThat(site.notModified()).isZero();
    }

    @Test
    void aChangedPriceIsOneEvent() throws InterruptedException {
        site.publishes(MODELS);
        Watcher watcher = openRouter();
        watcher.look();
        now = now.plus(Duration.ofDays(10));
        site.publishes(MODELS.replace("\"0.000025\"", "\"0.00002\""));

        assertThat(watcher.look().published()).isEqualTo(1);
        assertThat(kafka.json.get(4))
                .contains(
                        "\"eventId\":\"price:anthropic:claude-opus-4-7:2026-06-11\"",
                        "\"outputUsdPerMillionTokens\":20,");
    }

    @Test
    void aSlipThatIsCorrectedTheNextDayIsRetracted() throws InterruptedException {
        site.publishes(MODELS);
        Watcher watcher = openRouter();
        watcher.look();
        now = now.plus(Duration.ofDays(10));
        site.publishes(MODELS.replace("\"0.000025\"", "\"0.00000125\""));
        watcher.look();
        now = now.plus(Duration.ofDays(1));
        site.publishes(MODELS);

        watcher.look();
        Look quiet = watcher.look();

        assertThat(kafka.json.get(5))
                .contains("\"eventId\":\"price:anthropic:claude-opus-4-7:2026-06-11\"", "\"retracted\":true");
        assertThat(kafka.json).hasSize(6);
        assertThat(quiet.published()).isZero();
    }

    @Test
    void aSlipOfTheFirstDayIsPutRightAndNotRetracted() throws InterruptedException {
        site.publishes(MODELS);
        Watcher watcher = openRouter();
        watcher.look();
        site.publishes(MODELS.replace("\"0.000025\"", "\"0.00000125\""));
        watcher.look();
        site.publishes(MODELS);
        watcher.look();

        assertThat(kafka.json.get(5))
                .contains(
                        "\"eventId\":\"price:anthropic:claude-opus-4-7:2026-06-01\"",
                        "\"outputUsdPerMillionTokens\":25,")
                .doesNotContain("retracted");
    }

    @Test
    void anAnswerThatBreaksOffPublishesNothingAndIsAskedForAgain() throws InterruptedException {
        site.publishes(MODELS);
        site.has(Site.brokenOff());
        site.has(Site.half());

        Look look = openRouter().look();

        assertThat(look.published()).isEqualTo(4);
        assertThat(look.failures()).isEmpty();
        assertThat(site.asked()).isEqualTo(3);
        assertThat(waits).hasSize(2);
        assertThat(waits.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void halfATableIsNeverTakenForDeletions() throws InterruptedException {
        site.publishes(ROUNDS);
        Watcher watcher = companies();
        watcher.look();
        int published = kafka.json.size();
        for (int i = 0; i < Backoff.TRIES; i++) {
            site.has(Site.half());
        }

        Look look = watcher.look();

        assertThat(kafka.json).hasSize(published);
        assertThat(look.failures()).singleElement().asString().contains("cut short");
        assertThat(registry.scrape()).contains("vorsprung_source_failed_total{source=\"epoch-companies\"} 1.0");
    }

    @Test
    void muchThatIsGoneAtOnceIsDoubtedAndTakenOnlyWhenSomebodySaysSo() throws InterruptedException {
        site.publishes(ROUNDS);
        companies().look();
        site.publishes(ROUNDS.substring(0, ROUNDS.indexOf('\n', ROUNDS.indexOf('\n') + 1) + 1));

        Look doubted = companies().look();
        Look accepted = watcher("epoch-companies", "/ai_companies_funding_rounds.csv", true)
                .look();

        assertThat(doubted.published()).isZero();
        assertThat(doubted.failures()).singleElement().asString().contains("7 of 8 statements are gone at once");
        assertThat(accepted.published()).isEqualTo(7);
        assertThat(kafka.json.get(kafka.json.size() - 1)).contains("\"retracted\":true");
    }

    @Test
    void aRowThatIsGoneIsRetractedAndOneThatLostAFigureClearsIt() throws InterruptedException {
        site.publishes(ROUNDS);
        Watcher watcher = companies();
        watcher.look();
        int published = kafka.json.size();
        now = now.plus(Duration.ofDays(30));
        site.publishes(ROUNDS.replace("2022-04-29,Closed,580000000.0,,3700000000.0", "2022-04-29,Closed,580000000.0,,")
                .replaceAll("(?m)^750B,.*\\R", ""));

        watcher.look();

        assertThat(kafka.json.subList(published, kafka.json.size()))
                .hasSize(2)
                .anyMatch(event -> event.contains("apr-2022-series-b")
                        && event.contains("\"clears\":[\"postMoneyValuationUsd\"]")
                        && event.contains("\"recordedAt\":\"2026-07-01T12:00:00Z\""))
                .anyMatch(event -> event.contains(":750b\"") && event.contains("\"retracted\":true"));
    }

    @Test
    void whatTheOtherSideAsksForIsWaited() throws InterruptedException {
        site.publishes(MODELS);
        site.has(Site.status(429, "Retry-After", "77"));
        site.has(Site.status(503, "Retry-After", "Mon, 01 Jun 2026 12:01:30 GMT"));

        assertThat(openRouter().look().published()).isEqualTo(4);
        assertThat(waits).containsExactly(Duration.ofSeconds(77), Duration.ofSeconds(90));
    }

    @Test
    void whatWillNotComeIsNotAskedForAgain() throws InterruptedException {
        site.has(Site.status(404, "X", "y"));
        Look gone = openRouter().look();
        site.has(Site.status(503, "Retry-After", "86400"));
        Look tomorrow = openRouter().look();

        assertThat(site.asked()).isEqualTo(2);
        assertThat(gone.failures())
                .singleElement()
                .asString()
                .contains("answered 404")
                .contains("--url");
        assertThat(tomorrow.failures()).singleElement().asString().endsWith("answered 503");
        assertThat(waits).isEmpty();
    }

    @Test
    void aRestartRepeatsNothing() throws InterruptedException {
        site.publishes(MODELS);
        openRouter().look();

        Look afterRestart = openRouter().look();

        assertThat(afterRestart.published()).isZero();
        assertThat(site.notModified()).isEqualTo(1);
    }

    @Test
    void aCrashBeforeTheEndPublishesTheSameReportsAgain() throws InterruptedException {
        site.publishes(MODELS);
        kafka.failAfter = 2;
        assertThatThrownBy(() -> openRouter().look()).isInstanceOf(KafkaUnavailableException.class);
        kafka.failAfter = Integer.MAX_VALUE;
        now = now.plus(Duration.ofDays(3));

        Look after = openRouter().look();

        assertThat(after.published()).isEqualTo(4);
        assertThat(kafka.json.subList(2, 6)).contains(kafka.json.get(0), kafka.json.get(1));
        assertThat(kafka.json.subList(2, 6)).allMatch(event -> event.contains("\"occurredAt\":\"2026-06-01\""));
        assertThat(openRouter().look().published()).isZero();
    }

    @Test
    void theLastSuccessIsTold() throws InterruptedException {
        site.publishes(MODELS);
        Watcher watcher = openRouter();
        assertThat(registry.scrape())
                .contains("vorsprung_source_last_success_timestamp_seconds{source=\"openrouter\"} 0.0");

        watcher.look();

        assertThat(registry.scrape())
                .contains(
                        "vorsprung_source_last_success_timestamp_seconds{source=\"openrouter\"} 1.7803152E9",
                        "vorsprung_source_published_total{source=\"openrouter\"} 4.0",
                        "vorsprung_source_unchanged_total{source=\"openrouter\"} 0.0",
                        "vorsprung_source_failed_total{source=\"openrouter\"} 0.0");
    }

    private Watcher openRouter() {
        return watcher("openrouter", "/api/v1/models", false);
    }

    private Watcher companies() {
        return watcher("epoch-companies", "/ai_companies_funding_rounds.csv", false);
    }

    private Watcher watcher(String name, String path, boolean acceptDeletions) {
        Source source = Sources.all(Directory::bundled).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Watcher.Tools tools = new Watcher.Tools(
                new Intake(Directory.bundled()),
                kafka,
                kafka,
                new SourceMetrics(registry),
                wait -> {
                    waits.add(wait);
                    return true;
                },
                () -> now,
                new Random(1));
        return new Watcher(source, List.of(site.address(path)), tools, acceptDeletions);
    }

    /** Keeps what is published and what is stored. */
    private static final class Memory implements Publisher, TextStore {
        private final List<String> json = new ArrayList<>();
        private final Map<String, String> texts = new HashMap<>();
        private int failAfter = Integer.MAX_VALUE;

        @Override
        public CompletableFuture<Published> send(Report report) {
            if (json.size() >= failAfter) {
                return CompletableFuture.failedFuture(new KafkaUnavailableException("no broker"));
            }
            json.add(EventJson.of(report.type(), report.event()).toString());
            return CompletableFuture.completedFuture(
                    new Published(report.eventId(), report.type().topic(), 0, json.size()));
        }

        @Override
        public Map<String, String> load(String prefix) {
            Map<String, String> found = new HashMap<>(texts);
            found.keySet().removeIf(key -> !key.startsWith(prefix));
            return found;
        }

        @Override
        public void put(Map<String, String> more) {
            texts.putAll(more);
        }
    }
}
