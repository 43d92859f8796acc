package vorsprung.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vorsprung.app.cluster.Load.Answered;
import vorsprung.app.embedded.EmbeddedStack;
import vorsprung.app.embedded.StackExtension;
import vorsprung.topic.Position;

/** Two processors in processes of their own on a real broker, which are killed, stopped and started again. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String THEN = "asOf=2026-01-31&knownAt=2026-11-20";
    private static final String EARLIER = "asOf=2025-03-31&knownAt=2025-06-30";

    private static final List<String> QUESTIONS = List.of(
            "/v1/companies?" + THEN,
            "/v1/companies?limit=3&sort=companyId:asc&" + THEN,
            "/v1/companies?" + EARLIER,
            "/v1/companies/openai?" + THEN,
            "/v1/companies/anthropic?" + EARLIER,
            "/v1/companies/openai/history?" + THEN,
            "/v1/benchmarks?" + THEN,
            "/v1/benchmarks/gpqa-diamond?" + THEN,
            "/v1/benchmarks/gpqa-diamond/records?" + THEN,
            "/v1/benchmarks/gpqa-diamond/leads?by=openness&" + THEN,
            "/v1/benchmarks/gpqa-diamond/windows?size=P3M&" + THEN,
            "/v1/models?" + THEN,
            "/v1/models/deepseek/deepseek-r1?" + THEN,
            "/v1/prices/capability?benchmark=gpqa-diamond&minScore=0.5&" + THEN,
            "/v1/signals?limit=50&" + THEN);

    private static final List<String> WATCHED = List.of(
            "/v1/companies?" + THEN, "/v1/companies/openai?" + THEN, "/v1/benchmarks/gpqa-diamond/records?" + THEN);

    private final Map<String, String> answersOfOne = new LinkedHashMap<>();
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private final AtomicReference<Market> market = new AtomicReference<>();

    @BeforeAll
    void startOneThenAnother(EmbeddedStack stack, @TempDir Path folder) throws IOException, InterruptedException {
        market.set(Market.on(stack, folder));
        Position position = market().publishHistory();
        Instance first = Instance.start(market().instance("first"));
        instances.add(first);
        first.awaitReady();
        for (String question : QUESTIONS) {
            HttpResponse<String> answer = first.ask(question, "Vorsprung-Position", position.toString());
            assertThat(answer.statusCode()).as(question + " " + answer.body()).isEqualTo(200);
            answersOfOne.put(question, answer.body());
        }
        instances.add(Instance.start(market().instance("second")).awaitReady());
        awaitBoth();
    }

    @AfterAll
    void stop() {
        instances.forEach(Instance::close);
    }

    @Test
    void eachAnswersForAllWhatOneAnsweredAlone() throws IOException, InterruptedException {
        for (Instance instance : instances) {
            for (String question : QUESTIONS) {
                HttpResponse<String> answer = instance.ask(question);

                assertThat(answer.body()).as(question).isEqualTo(answersOfOne.get(question));
                assertThat(answer.headers().map()).doesNotContainKey("Vorsprung-Lag-Records");
            }
        }
    }

    @Test
    void pagesOfALongListAreTheSameWhicheverInstanceIsAskedForEach() throws IOException, InterruptedException {
        List<String> paged = new ArrayList<>();
        String path = "/v1/companies?limit=2&" + THEN;
        for (int page = 0; path != null; page++) {
            JsonNode answer = JSON.readTree(instances.get(page % 2).ask(path).body());
            answer.get("items").forEach(item -> paged.add(item.get("companyId").textValue()));
            path = answer.has("nextCursor")
                    ? "/v1/companies?limit=2&cursor=" + answer.get("nextCursor").textValue()
                    : null;
        }

        List<String> whole = new ArrayList<>();
        JSON.readTree(answersOfOne.get("/v1/companies?" + THEN))
                .get("items")
                .forEach(item -> whole.add(item.get("companyId").textValue()));
        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(5);
    }

    @Test
    void whatWasPublishedIsReadFromEitherInstanceOnceItsPositionIsGiven() throws IOException, InterruptedException {
        for (int company = 0; company < 8; company++) {
            Position position = market().publish("""
                    {"type": "funding-round", "companyId": "just-founded-%d", "company": "Just founded",
                     "round": "Seed", "occurredAt": "2026-11-01", "recordedAt": "2026-11-21", "amountUsd": 5000000}
                    """.formatted(company).replace("\n", " "));
            for (Instance instance : instances) {
                HttpResponse<String> answer = instance.ask(
                        "/v1/companies/just-founded-" + company, "Vorsprung-Position", position.toString());

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(JSON.readTree(answer.body()).get("totalRaisedUsd").longValue())
                        .isEqualTo(5_000_000);
            }
        }
    }

    @Test
    void theStatusShowsBothInstancesWithAllPartitionsOnce() {
        for (Instance instance : instances) {
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode status = JSON.readTree(instance.ask("/v1/status").body());

                assertThat(status.get("instances"))
                        .extracting(ClusterIT::hostAndState)
                        .containsExactlyInAnyOrder(
                                instances.get(0).address() + " RUNNING",
                                instances.get(1).address() + " RUNNING");
                assertThat(status.get("partitions"))
                        .filteredOn(each -> each.get("role").textValue().equals("active"))
                        .extracting(each -> each.get("topic").textValue() + each.get("partition"))
                        .doesNotHaveDuplicates()
                        .hasSize(8 * 4 + 1);
            });
        }
    }

    private static String hostAndState(JsonNode instance) {
        String host = instance.get("host").textValue();
        return instance.get("reachable").booleanValue()
                ? host + " " + instance.get("state").textValue()
                : host;
    }

    @Test
    void aStrangerIsToldNothingThatIsForPeersOnly() throws IOException, InterruptedException {
        assertThat(instances.get(0).ask("/internal/v1/status").statusCode()).isEqualTo(401);
        assertThat(instances
                        .get(0)
                        .ask("/internal/v1/status", "Vorsprung-Peer", "of these test")
                        .statusCode())
                .isEqualTo(401);
        assertThat(instances
                        .get(0)
                        .ask("/internal/v1/status", "Vorsprung-Peer", "of these tests")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKillCostsRefusalsOrStaleAnswersForAMomentAndNeverAWrongOne() throws IOException {
        awaitBoth();
        Instance killed = instances.get(1);
        List<Answered> fresh;
        List<Answered> stale;
        long killedAt;
        try (Load asking = Load.of(WATCHED, () -> instances.get(0));
                Load content = Load.of(List.of(WATCHED.get(0) + "&allowStale=true"), () -> instances.get(0))) {
            asking.awaitMore(20);
            content.awaitMore(5);
            killed.kill();
            killedAt = System.nanoTime();
            Awaitility.await().atMost(PATIENCE).until(() -> isAnsweredAgain(asking, killedAt));
            fresh = asking.answers();
            stale = content.answers();
        }
        instances.set(1, Instance.start(market().instance("second")).awaitReady());

        assertThat(fresh)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 503));
        assertThat(fresh)
                .filteredOn(answer -> answer.status() == 503)
                .as("the other half of the partitions was with the one that was killed")
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.retryAfter()).isEqualTo("1");
                    assertThat(JSON.readTree(answer.body()).get("missing"))
                            .isNotEmpty()
                            .allSatisfy(each ->
                                    assertThat(each.get("partition").isInt()).isTrue());
                });
        assertThat(fresh)
                .filteredOn(answer -> answer.status() == 200)
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo(answersOfOne.get(answer.path())));
        assertThat(stale)
                .filteredOn(answer -> answer.at() > killedAt && !answer.isFresh() && answer.status() == 200)
                .as("answers of the standby")
                .isNotEmpty()
                .allSatisfy(answer -> {
                    JsonNode body = JSON.readTree(answer.body());
                    assertThat(body.get("stale").get("lagRecords").asText()).isEqualTo(answer.lag());
                    assertThat(body.get("stale").get("lagMs").longValue()).isBetween(0L, 60_000L);
                    assertThat(body.get("items"))
                            .isEqualTo(JSON.readTree(answersOfOne.get(WATCHED.get(0)))
                                    .get("items"));
                });
    }

    @Test
    void aQuestionWhilePartitionsMoveIsAnsweredRightlyOrRefused() throws IOException {
        awaitBoth();
        List<Answered> answers;
        try (Load asking = Load.of(WATCHED, () -> instances.get(0))) {
            asking.awaitMore(20);
            try (Instance third = Instance.start(market().instance("third")).awaitReady()) {
                Awaitility.await().atMost(PATIENCE).until(() -> hasPartitions(third));
                asking.awaitMore(20);
                third.stop();
            }
            awaitBoth();
            answers = asking.answers();
        }

        assertThat(answers).allSatisfy(answer -> {
            if (answer.status() == 503) {
                assertThat(answer.retryAfter()).isEqualTo("1");
            } else {
                assertThat(answer.body()).isEqualTo(answersOfOne.get(answer.path()));
            }
        });
    }

    private static boolean hasPartitions(Instance asked) throws IOException, InterruptedException {
        for (JsonNode instance : JSON.readTree(asked.ask("/v1/status").body()).get("instances")) {
            if (instance.get("host").textValue().equals(asked.address())) {
                return instance.path("activePartitions").intValue() > 0;
            }
        }
        return false;
    }

    @Test
    void aRollingRestartCostsNoFailedRequestToAClientThatRetriesAsTold() throws IOException, InterruptedException {
        awaitBoth();
        List<String> wrong = new CopyOnWriteArrayList<>();
        AtomicReference<Boolean> over = new AtomicReference<>(false);
        List<Thread> clients = WATCHED.stream()
                .map(path -> new Thread(() -> askUntil(over, path, wrong)))
                .toList();
        clients.forEach(Thread::start);
        for (int each = 0; each < 2; each++) {
            instances.get(each).stop();
            instances.set(
                    each,
                    Instance.start(market().instance(each == 0 ? "first" : "second"))
                            .awaitReady());
            awaitBoth();
        }
        over.set(true);
        for (Thread client : clients) {
            client.join(Duration.ofSeconds(30).toMillis());
        }

        assertThat(wrong).isEmpty();
    }

    private void askUntil(AtomicReference<Boolean> over, String path, List<String> wrong) {
        RetryingClient client = new RetryingClient(() -> List.copyOf(instances));
        String expected = "200 " + answersOfOne.get(path);
        while (!over.get()) {
            try {
                String answer = client.ask(path);
                if (!answer.equals(expected)) {
                    wrong.add(answer);
                }
            } catch (IOException e) {
                wrong.add(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Market market() {
        return market.get();
    }

    /** Each path was answered fresh since then. */
    private static boolean isAnsweredAgain(Load asking, long since) {
        Set<String> answered = new TreeSet<>();
        asking.answers().stream()
                .filter(answer -> answer.at() - since > Duration.ofSeconds(1).toNanos() && answer.isFresh())
                .forEach(answer -> answered.add(answer.path()));
        return answered.containsAll(WATCHED);
    }

    /** Waits until both have partitions of their own, and whole copies of the other's. */
    private void awaitBoth() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(this::areBothWhole);
    }

    private boolean areBothWhole() throws IOException, InterruptedException {
        JsonNode status = JSON.readTree(instances.get(0).ask("/v1/status").body());
        for (JsonNode instance : status.get("instances")) {
            if (!instance.get("reachable").booleanValue()
                    || !instance.get("state").textValue().equals("RUNNING")
                    || instance.get("activePartitions").intValue() == 0
                    || instance.get("standbyPartitions").intValue() == 0) {
                return false;
            }
        }
        for (JsonNode store : status.get("stores")) {
            if (store.get("lag").longValue() > 2) {
                return false;
            }
        }
        return status.get("instances").size() == 2 && QUESTIONS.stream().allMatch(this::isAnsweredByBoth);
    }

    private boolean isAnsweredByBoth(String question) {
        return instances.stream().allMatch(instance -> {
            try {
                return instance.ask(question).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }
}
