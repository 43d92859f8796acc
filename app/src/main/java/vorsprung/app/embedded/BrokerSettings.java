package vorsprung.app.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What one broker that is its own controller needs to be told, beyond Kafka's defaults. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String BROKER_LISTENER = "BROKER";
    private static final String PARTITIONS = "4";

    /** Sixteen megabytes hold the keys of a compaction pass; the default of 128 is taken from the heap at start. */
    private static final String CLEANER_BUFFER_BYTES = String.valueOf(16 * 1024 * 1024);

    /** Ten years in minutes: a demo left alone for a week must find its committed offsets again. */
    private static final String OFFSETS_RETENTION_MINUTES = String.valueOf(10 * 365 * 24 * 60);

    private BrokerSettings() {}

    static Map<String, String> of(Path directory, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(node(directory, port, controllerPort));
        settings.putAll(singleReplica());
        settings.putAll(quickRestart());
        settings.putAll(groups());
        settings.putAll(retention());
        return Map.copyOf(settings);
    }

    private static Map<String, String> node(Path directory, int port, int controllerPort) {
        String broker = BROKER_LISTENER + "://" + LoopbackPort.HOST + ":" + port;
        String controller = CONTROLLER_LISTENER + "://" + LoopbackPort.HOST + ":" + controllerPort;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE_ID)),
                Map.entry("log.dirs", directory.toString()),
                Map.entry("listeners", broker + "," + controller),
                Map.entry("advertised.listeners", broker),
                Map.entry("inter.broker.listener.name", BROKER_LISTENER),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                Map.entry(
                        "listener.security.protocol.map",
                        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT"),
                Map.entry("controller.quorum.voters", NODE_ID + "@" + LoopbackPort.HOST + ":" + controllerPort),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("auto.leader.rebalance.enable", "false"),
                Map.entry("num.partitions", PARTITIONS));
    }

    private static Map<String, String> singleReplica() {
        return Map.ofEntries(
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.num.partitions", PARTITIONS),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", PARTITIONS),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", PARTITIONS),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"));
    }

    /**
     * A broker killed is taken for alive by its own controller until its session ends, and may not register before:
     * with the default of nine seconds a start after kill -9 takes fifteen. Much shorter than this, and a busy machine
     * lets the controller take its own live broker for dead, which leaves every partition without a leader for a while.
     */
    private static Map<String, String> quickRestart() {
        return Map.of(
                "broker.session.timeout.ms", "4000",
                "broker.heartbeat.interval.ms", "300",
                "controller.quorum.election.timeout.ms", "100");
    }

    /**
     * Nobody waits for a second member on one machine. A Streams instance that was killed gives its tasks up after the
     * session timeout; groups may ask for as little as a second, the default is chosen for a start after a crash.
     */
    private static Map<String, String> groups() {
        return Map.ofEntries(
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.min.session.timeout.ms", "1000"),
                Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
                Map.entry("group.streams.assignment.interval.ms", "0"),
                Map.entry("group.streams.min.session.timeout.ms", "1000"),
                Map.entry("group.streams.session.timeout.ms", "6000"),
                Map.entry("group.streams.min.heartbeat.interval.ms", "200"),
                Map.entry("group.streams.heartbeat.interval.ms", "200"),
                Map.entry("group.consumer.min.session.timeout.ms", "1000"),
                Map.entry("group.consumer.min.heartbeat.interval.ms", "200"));
    }

    private static Map<String, String> retention() {
        return Map.of(
                "log.retention.ms", "-1",
                "offsets.retention.minutes", OFFSETS_RETENTION_MINUTES,
                "log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES);
    }
}
