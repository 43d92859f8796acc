package vorsprung.app.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import vorsprung.app.embedded.ServerMain;
import vorsprung.app.embedded.ServerProcess;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.topic.Position;

/** A broker, a registry and two processors in processes of their own, what is done to them, and what they must answer after it. */
final class FaultTrial implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int FACTS_AT_ONCE = 25;
    private static final int COMPANIES = 12;
    private static final Instant FIRST_DAY = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instant FIRST_RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final Path folder;
    private final PlainMarket expected = new PlainMarket();
    private final List<FaultReport> reported = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Market market;
    private ServerProcess broker;
    private ServerProcess registry;
    private int recorded;
    private int endsExpected;

    private FaultTrial(long seed, Path folder, ServerProcess broker, ServerProcess registry) {
        this.random = new Random(seed);
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
        this.market = Market.on(broker.address(), registry.address(), folder);
    }

    static FaultTrial begin(long seed, Path folder) throws IOException {
        ServerProcess broker = ServerProcess.start(ServerMain.Kind.BROKER, folder.resolve("kafka"), 0);
        ServerProcess registry = ServerProcess.start(ServerMain.Kind.REGISTRY, folder.resolve("registry"), 0);
        FaultTrial trial = new FaultTrial(seed, folder, broker, registry);
        try {
            trial.startInstances();
            return trial;
        } catch (IOException | RuntimeException e) {
            trial.close();
            throw e;
        }
    }

    private void startInstances() throws IOException {
        for (String name : List.of("0", "1")) {
            instances.add(Instance.start(market.instance(name)));
        }
        instances.forEach(Instance::awaitReady);
    }

    void happens(Fault fault) throws IOException, InterruptedException, ExecutionException {
        startAgainWhatEnded();
        switch (fault) {
            case PUBLISH -> publish(someNew());
            case CORRECT ->
                publish(someOld().stream()
                        .map(old -> old.corrected(nextRecorded(), someValue()))
                        .toList());
            case RETRACT ->
                publish(someOld().stream()
                        .map(old -> old.retracted(nextRecorded()))
                        .toList());
            case KILL_INSTANCE -> replace(Instance::kill);
            case RESTART_INSTANCE -> replace(Instance::stop);
            case ROLLING_RESTART -> rollingRestart();
            case COME_AND_GO -> comeAndGo();
            case LOSE_STATE -> loseState();
            case CORRUPT_STATE -> corruptState();
            case FREEZE_INSTANCE -> freeze();
            case KILL_BROKER -> broker = again(broker, ServerMain.Kind.BROKER, "kafka");
            case KILL_REGISTRY -> killRegistry();
            case GARBAGE -> publishGarbage();
        }
    }

    /** What the reports that were acknowledged amount to. */
    Set<String> expected() {
        return expected.figures();
    }

    /** What either instance answers once it has processed all of them. */
    List<Set<String>> answers() throws IOException, InterruptedException {
        List<Set<String>> answers = new ArrayList<>();
        for (int which = 0; which < instances.size(); which++) {
            for (Position position : positions) {
                ask(which, "/v1/companies?limit=1&timeout=60000", "Vorsprung-Position", position.toString());
            }
            answers.add(figures(which));
        }
        return answers;
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        registry.close();
        broker.close();
    }

    private List<FaultReport> someNew() {
        List<FaultReport> facts = new ArrayList<>();
        for (int i = 0; i < FACTS_AT_ONCE; i++) {
            int number = reported.size() + i;
            Instant occurredAt =
                    FIRST_DAY.plus(Duration.ofHours(random.nextInt(30_000))).plusSeconds(number % 3_600);
            FaultReport.Kind kind = List.of(FaultReport.Kind.values()).get(random.nextInt(3));
            facts.add(new FaultReport(
                    kind, number, random.nextInt(COMPANIES), occurredAt, nextRecorded(), someValue(), false));
        }
        Collections.shuffle(facts, random);
        return facts;
    }

    private List<FaultReport> someOld() {
        List<FaultReport> old = new ArrayList<>(reported);
        Collections.shuffle(old, random);
        return old.subList(0, Math.min(8, old.size()));
    }

    private Instant nextRecorded() {
        return FIRST_RECORDED.plusSeconds(recorded++);
    }

    private long someValue() {
        return 1_000_000L + random.nextInt(900_000_000);
    }

    /** Until it is acknowledged: sent again, it is the same report. */
    private void publish(List<FaultReport> reports) {
        StringBuilder lines = new StringBuilder();
        reports.forEach(report -> lines.append(report.json()));
        positions.add(Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(KafkaUnavailableException.class)
                .until(() -> market.publish(lines.toString()), acknowledged -> true));
        reports.forEach(expected::add);
        reports.stream()
                .filter(report -> reported.stream().noneMatch(old -> old.number() == report.number()))
                .forEach(reported::add);
    }

    private interface Ending {
        void of(Instance instance);
    }

    private void replace(Ending ending) throws IOException {
        int which = random.nextInt(instances.size());
        ending.of(instances.get(which));
        instances.set(which, Instance.start(market.instance(String.valueOf(which))));
    }

    private void loseState() throws IOException {
        int which = random.nextInt(instances.size());
        instances.get(which).kill();
        StateFiles.delete(folder.resolve(String.valueOf(which)));
        instances.set(which, Instance.start(market.instance(String.valueOf(which))));
    }

    private void corruptState() throws IOException {
        int which = random.nextInt(instances.size());
        instances.get(which).stop();
        StateFiles.corrupt(folder.resolve(String.valueOf(which)), random);
        instances.set(which, Instance.start(market.instance(String.valueOf(which)), "--rebuild"));
    }

    private void rollingRestart() throws IOException {
        for (int which = 0; which < instances.size(); which++) {
            instances.get(which).stop();
            instances.set(
                    which,
                    Instance.start(market.instance(String.valueOf(which))).awaitReady());
        }
    }

    private void comeAndGo() throws IOException {
        try (Instance third = Instance.start(market.instance("2")).awaitReady()) {
            third.stop();
        }
    }

    /** The other one must have taken over before it wakes up. */
    private void freeze() throws IOException, InterruptedException {
        int which = random.nextInt(instances.size());
        Instance other = instances.get(1 - which);
        instances.get(which).freeze();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> other.ask("/v1/companies").statusCode() == 200);
        } finally {
            instances.get(which).wake();
        }
    }

    /** Killed, and started again where it was. */
    private ServerProcess again(ServerProcess server, ServerMain.Kind kind, String where) throws IOException {
        server.kill();
        return ServerProcess.start(kind, folder.resolve(where), server.port());
    }

    /** An instance that meets a schema then that it has not read before ends rather than skip the event. */
    private void killRegistry() throws IOException {
        registry = again(registry, ServerMain.Kind.REGISTRY, "registry");
        endsExpected = instances.size();
    }

    /** As whatever supervises them does; by themselves they may end only without a registry. */
    private void startAgainWhatEnded() throws IOException {
        for (int which = 0; which < instances.size(); which++) {
            if (!instances.get(which).isAlive()) {
                if (endsExpected-- <= 0) {
                    throw new IllegalStateException("instance " + which + " ended by itself");
                }
                instances.set(which, Instance.start(market.instance(String.valueOf(which))));
            }
        }
    }

    private void publishGarbage() throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : List.of(utf8("no event"), new byte[] {0, 0, 0, 0, 1}, new byte[0])) {
                producer.send(new ProducerRecord<>("market.funding-rounds", utf8("company-1"), value))
                        .get();
                producer.send(new ProducerRecord<>("market.price-changes", null, value))
                        .get();
            }
            producer.send(new ProducerRecord<>("market.benchmark-results", utf8("bench-1"), null))
                    .get();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Set<String> figures(int which) throws IOException, InterruptedException {
        Set<String> lines = new TreeSet<>();
        for (JsonNode item : items(which, "/v1/companies")) {
            lines.add(PlainMarket.company(
                    item.get("companyId").textValue(),
                    item.get("rounds").longValue(),
                    item.get("totalRaisedUsd").longValue(),
                    item.get("valuationUsd").longValue()));
        }
        for (JsonNode item : items(which, "/v1/models")) {
            if (item.has("price")) {
                lines.add(PlainMarket.model(
                        item.get("modelId").textValue(),
                        item.get("price").get("inputUsdPerMillionTokens").doubleValue()));
            }
        }
        for (JsonNode item : items(which, "/v1/benchmarks")) {
            lines.add(PlainMarket.benchmark(
                    item.get("benchmarkId").textValue(),
                    item.get("leader").textValue(),
                    item.get("frontier").doubleValue()));
        }
        return lines;
    }

    private JsonNode items(int which, String list) throws IOException, InterruptedException {
        return JSON.readTree(ask(which, list + "?limit=1000")).get("items");
    }

    /** Asks again while the answer is a refusal for now. */
    private String ask(int which, String path, String... headers) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(
                        () -> {
                            startAgainWhatEnded();
                            return instances.get(which).ask(path, headers);
                        },
                        answer -> answer.statusCode() == 200)
                .body();
    }
}
