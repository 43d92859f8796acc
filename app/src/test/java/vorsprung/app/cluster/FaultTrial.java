package vorsprung.app.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import vorsprung.app.embedded.ServerMain;
import vorsprung.app.network.Namespaces;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.topic.Position;

/** Two processors and their servers in processes of their own, what is done to them, and what is answered after it. */
final class FaultTrial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The instance that may be cut off. */
    private static final int AT_THE_CABLE = 1;

    private final Random random;
    private final Path folder;
    private final FaultSource source;
    private final PlainMarket expected = new PlainMarket();
    private final List<Position> positions = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Servers servers;
    private final Market market;
    private final Optional<OwnNetwork> network;
    /** The instances that were given up by the group and have not ended by that so far. */
    private final Set<Integer> givenUp = new HashSet<>();

    private final Set<Fault> untried = EnumSet.noneOf(Fault.class);

    private FaultTrial(long seed, Path folder, Servers servers, Optional<OwnNetwork> network) {
        this.random = new Random(seed);
        this.source = new FaultSource(random);
        this.folder = folder;
        this.servers = servers;
        this.network = network;
        this.market = Market.on(servers.broker(), servers.registry(), folder);
    }

    static FaultTrial begin(long seed, Path folder) throws IOException, InterruptedException {
        Servers servers = Servers.start(folder);
        Optional<OwnNetwork> network =
                Namespaces.obstacle().isEmpty() ? Optional.of(OwnNetwork.create(folder)) : Optional.empty();
        FaultTrial trial = new FaultTrial(seed, folder, servers, network);
        try {
            trial.startInstances();
            return trial;
        } catch (IOException | RuntimeException e) {
            trial.close();
            throw e;
        }
    }

    private void startInstances() throws IOException {
        for (int which = 0; which <= AT_THE_CABLE; which++) {
            instances.add(start(which));
        }
        instances.forEach(Instance::awaitReady);
    }

    private Instance start(int which, String... options) throws IOException {
        Map<String, String> settings = market.instance(String.valueOf(which));
        return which == AT_THE_CABLE && network.isPresent()
                ? network.get().start(settings, options)
                : Instance.start(settings, options);
    }

    void happens(Fault fault) throws IOException, InterruptedException, ExecutionException {
        startAgainWhatEnded();
        switch (fault) {
            case PUBLISH -> publish(source.news());
            case CORRECT -> publish(source.corrections());
            case RETRACT -> publish(source.retractions());
            case KILL_INSTANCE -> replace(Instance::kill);
            case RESTART_INSTANCE -> replace(Instance::stop);
            case ROLLING_RESTART -> rollingRestart();
            case COME_AND_GO -> comeAndGo();
            case LOSE_STATE -> loseState();
            case CORRUPT_STATE -> corruptState();
            case FILL_DISK -> fillDisk();
            case FREEZE_INSTANCE -> freeze();
            case CUT_OFF -> cutOff();
            case KILL_BROKER -> servers.again(ServerMain.Kind.BROKER);
            case KILL_REGISTRY -> servers.again(ServerMain.Kind.REGISTRY);
            case WRONG_CLOCK -> wrongClock();
            case GARBAGE -> publishGarbage();
        }
    }

    /** What could not be done on this machine. */
    Set<Fault> untried() {
        return untried;
    }

    /** What the reports that were acknowledged amount to. */
    Set<String> expected() {
        return expected.figures();
    }

    /** What either instance answers once it has processed all of them. */
    List<Set<String>> answers() throws IOException {
        List<Set<String>> answers = new ArrayList<>();
        for (int which = 0; which < instances.size(); which++) {
            for (Position position : positions) {
                ask(which, "/v1/companies?limit=1&timeout=60000", position);
            }
            answers.add(Answers.figures(instances.get(which)));
        }
        return answers;
    }

    private void ask(int which, String path, Position position) {
        Answers.ask(
                () -> {
                    startAgainWhatEnded();
                    return instances.get(which);
                },
                path,
                position);
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        network.ifPresent(OwnNetwork::close);
        servers.close();
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
    }

    private void wrongClock() {
        publish(source.whileTheClockStands());
        source.setBack();
        publish(source.corrections());
    }

    private interface Ending {
        void of(Instance instance);
    }

    private void replace(Ending ending) throws IOException {
        int which = random.nextInt(instances.size());
        ending.of(instances.get(which));
        instances.set(which, start(which));
    }

    private void loseState() throws IOException {
        int which = random.nextInt(instances.size());
        instances.get(which).kill();
        StateFiles.delete(folder.resolve(String.valueOf(which)));
        instances.set(which, start(which));
    }

    private void corruptState() throws IOException {
        int which = random.nextInt(instances.size());
        instances.get(which).stop();
        StateFiles.corrupt(folder.resolve(String.valueOf(which)), random);
        instances.set(which, start(which, "--rebuild"));
    }

    private void rollingRestart() throws IOException {
        for (int which = 0; which < instances.size(); which++) {
            instances.get(which).stop();
            instances.set(which, start(which).awaitReady());
        }
    }

    private void comeAndGo() throws IOException {
        try (Instance third = Instance.start(market.instance("2")).awaitReady()) {
            third.stop();
        }
    }

    /** What it keeps in memory it cannot write when it is stopped, if it has not ended before. */
    private void fillDisk() throws IOException, InterruptedException {
        int which = random.nextInt(instances.size());
        instances.get(which).limitFiles(0);
        publish(source.news());
        instances.get(which).stop();
        instances.set(which, start(which));
    }

    /** The other one must have taken over before it wakes up. */
    private void freeze() throws IOException, InterruptedException {
        int which = random.nextInt(instances.size());
        givenUp.add(which);
        instances.get(which).freeze();
        try {
            publish(source.news());
            awaitTakenOver(1 - which);
        } finally {
            instances.get(which).wake();
        }
    }

    /** The other one must have taken over before the cable is in again. */
    private void cutOff() throws IOException, InterruptedException {
        if (network.isEmpty()) {
            untried.add(Fault.CUT_OFF);
            return;
        }
        givenUp.add(AT_THE_CABLE);
        network.get().cut();
        try {
            publish(source.news());
            awaitTakenOver(1 - AT_THE_CABLE);
        } finally {
            network.get().heal();
        }
    }

    /** Alone it answers from all partitions, what was published last among it. */
    private void awaitTakenOver(int by) {
        ask(by, "/v1/companies?timeout=20000", positions.get(positions.size() - 1));
    }

    /**
     * As whatever supervises them does. By itself one may end only after the group had given it up: Kafka's consumer
     * dies of that where it learns of it by a question for committed offsets.
     */
    private void startAgainWhatEnded() throws IOException {
        for (int which = 0; which < instances.size(); which++) {
            if (!instances.get(which).isAlive()) {
                if (!givenUp.remove(which)) {
                    throw new IllegalStateException("instance " + which + " ended by itself");
                }
                instances.set(which, start(which));
            }
        }
    }

    private void publishGarbage() throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.broker()), new ByteArraySerializer(), new ByteArraySerializer())) {
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
}
