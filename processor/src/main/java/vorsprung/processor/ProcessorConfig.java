package vorsprung.processor;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vorsprung.access.Protection;
import vorsprung.http.HttpSettings;
import vorsprung.http.TlsFiles;
import vorsprung.processor.domain.signal.Thresholds;
import vorsprung.processor.metrics.MetricsSettings;
import vorsprung.processor.query.Peer;
import vorsprung.settings.Settings;
import vorsprung.settings.SettingsException;

/**
 * Settings of the processor role.
 *
 * @param bootstrapServers {@code bootstrap.servers}: Kafka brokers; default 127.0.0.1:9092
 * @param applicationId {@code application.id}: names the consumer group and the changelogs; default vorsprung-processor
 * @param stateDir {@code state.dir}: folder of the local state; default is Kafka Streams' own
 * @param threads {@code num.stream.threads}: default 1
 * @param standbys {@code num.standby.replicas}: copies of each store on other instances; default 1
 * @param replicationFactor {@code replication.factor}: of changelogs; default -1, the brokers' own
 * @param commitInterval {@code commit.interval.ms}: how long a change may wait until it is seen; default 40
 * @param groupProtocol {@code group.protocol}: streams or classic; default streams
 * @param sessionTimeout {@code session.timeout.ms}: after how long without a sign of life an instance is taken for dead;
 *     default: the brokers'
 * @param apiHost {@code api.host}: address the query API binds; default 127.0.0.1
 * @param apiPort {@code api.port}: its port, 0 for a free one; default 8080
 * @param protection {@code auth.…} and {@code limit.…}: who may ask, and how often; see {@link Protection}
 * @param tls {@code tls.…}: the certificate of the query API; see {@link TlsFiles}
 * @param frameAncestors {@code api.frame-ancestors}: who may show the embeddable chart in a frame, as the directive of a
 *     content security policy has it; default 'self'
 * @param advertised {@code api.advertised}: host and port at which the other instances reach this one; default: those
 *     it binds
 * @param peerSecret {@code peers.secret}: by which instances know one another; required beyond loopback
 * @param maxReplayedReports {@code query.max-replayed-reports}: how many reports a question about what was known
 *     earlier may read; default 1000000
 * @param metrics {@code metrics.interval.ms} (default 10000), {@code metrics.max-series} (200),
 *     {@code metrics.signal-hours} (24), {@code metrics.capabilities}: what is exported, and how often it is read
 * @param thresholds {@code signals.step-up-percent} (default 150), {@code signals.runway-months} (12), {@code
 *     signals.compressed-days} (90), {@code signals.price-cut-percent} (20), {@code signals.price-war-cuts} (3), {@code
 *     signals.price-war-companies} (2), {@code signals.price-war-days} (30): from when on something is worth an alert
 * @param registry the settings {@code schema.registry.…}, {@code basic.auth.…}, {@code bearer.auth.…} and
 *     {@code value.serde}, under Confluent's names
 * @param kafka the settings {@code kafka.…}, passed on to Kafka Streams without the prefix
 */
public record ProcessorConfig(
        String bootstrapServers,
        String applicationId,
        String stateDir,
        int threads,
        int standbys,
        int replicationFactor,
        Duration commitInterval,
        String groupProtocol,
        Optional<Duration> sessionTimeout,
        String apiHost,
        int apiPort,
        Protection protection,
        Optional<TlsFiles> tls,
        String frameAncestors,
        Optional<Peer> advertised,
        Optional<String> peerSecret,
        int maxReplayedReports,
        MetricsSettings metrics,
        Thresholds thresholds,
        Map<String, String> registry,
        Map<String, String> kafka) {

    public ProcessorConfig {
        registry = Map.copyOf(registry);
        kafka = Map.copyOf(kafka);
    }

    /**
     * Reads the settings.
     *
     * @throws SettingsException naming every setting that is unknown or breaks its rule
     */
    public static ProcessorConfig of(Map<String, String> given) {
        Settings settings = new Settings(given);
        ProcessorConfig config = read(settings);
        config.refuseStrangers(settings);
        settings.check();
        return config;
    }

    /** The names of all settings but those that are passed on by their prefix. */
    public static Set<String> names() {
        Settings settings = new Settings(Map.of());
        read(settings);
        return settings.known();
    }

    private static ProcessorConfig read(Settings settings) {
        String apiHost = settings.text("api.host", HttpSettings.LOOPBACK);
        return new ProcessorConfig(
                settings.text("bootstrap.servers", "127.0.0.1:9092"),
                settings.text("application.id", "vorsprung-processor"),
                settings.text("state.dir", defaultStateDir()),
                settings.number("num.stream.threads", 1, 1, 64),
                settings.number("num.standby.replicas", 1, 0, 5),
                settings.number("replication.factor", -1, -1, 9),
                settings.milliseconds("commit.interval.ms", Duration.ofMillis(40)),
                settings.oneOf("group.protocol", "streams", List.of("streams", "classic")),
                settings.text("session.timeout.ms").isEmpty()
                        ? Optional.empty()
                        : Optional.of(settings.milliseconds("session.timeout.ms", Duration.ZERO)),
                apiHost,
                settings.number("api.port", 8080, 0, 65_535),
                Protection.of(settings, "api.host", apiHost),
                TlsFiles.of(settings),
                frameAncestors(settings),
                advertised(settings),
                settings.text("peers.secret"),
                settings.number("query.max-replayed-reports", 1_000_000, 0, Integer.MAX_VALUE),
                MetricsSettings.of(settings),
                thresholds(settings),
                registry(settings),
                settings.passedOn("kafka."));
    }

    /** Beyond loopback anybody may ask what only instances may, and an address for all is nobody's. */
    private void refuseStrangers(Settings settings) {
        InetAddress bound = new InetSocketAddress(apiHost, 0).getAddress();
        if (bound == null) {
            settings.refuse("api.host must be an address of this machine, found \"" + apiHost + "\"");
            return;
        }
        if (!bound.isLoopbackAddress() && peerSecret.isEmpty()) {
            settings.refuse("peers.secret is needed since api.host is " + apiHost
                    + ", which others reach: give all instances the same secret, or bind 127.0.0.1");
        }
        if (bound.isAnyLocalAddress() && advertised.isEmpty()) {
            settings.refuse("api.advertised is needed since api.host is " + apiHost
                    + ", which is no address to be reached at: give host:port as the other instances reach this one");
        }
    }

    /** The address at which others reach this instance once it has bound a port. */
    Peer self(int boundPort) {
        return advertised.orElseGet(() -> new Peer(apiHost, boundPort));
    }

    private static Optional<Peer> advertised(Settings settings) {
        Optional<String> text = settings.text("api.advertised");
        Optional<Peer> peer = text.flatMap(ProcessorConfig::peer);
        if (text.isPresent() && peer.isEmpty()) {
            settings.refuse("api.advertised must be host:port, found \"" + text.get() + "\"");
        }
        return peer;
    }

    private static Optional<Peer> peer(String text) {
        int colon = text.lastIndexOf(':');
        boolean isAddress = colon > 0 && text.substring(colon + 1).matches("\\d{1,5}");
        return isAddress
                ? Optional.of(new Peer(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1))))
                : Optional.empty();
    }

    /** What every Kafka client of this role is told. */
    Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    private static Thresholds thresholds(Settings settings) {
        return new Thresholds(
                settings.number("signals.step-up-percent", 150, 100, 100_000) / 100.0,
                settings.number("signals.runway-months", 12, 1, 1_200),
                settings.number("signals.compressed-days", 90, 1, 36_500),
                settings.number("signals.price-cut-percent", 20, 1, 100),
                settings.number("signals.price-war-cuts", 3, 2, 1_000),
                settings.number("signals.price-war-companies", 2, 1, 1_000),
                Duration.ofDays(settings.number("signals.price-war-days", 30, 1, 3_650)));
    }

    /** Words only: a separator would begin another directive of the policy. */
    private static String frameAncestors(Settings settings) {
        String given = settings.text("api.frame-ancestors", "'self'");
        if (!given.matches("[ -~&&[^;,]]+")) {
            settings.refuse("api.frame-ancestors must be 'self', 'none' or addresses, separated by blanks, found \""
                    + given + "\"");
        }
        return given;
    }

    private static String defaultStateDir() {
        return Path.of("state").toAbsolutePath().toString();
    }

    private static Map<String, String> registry(Settings settings) {
        Map<String, String> registry = new HashMap<>(Map.of("schema.registry.url", "http://127.0.0.1:8081"));
        List.of("schema.registry.", "basic.auth.", "bearer.auth.")
                .forEach(prefix -> registry.putAll(settings.keptFrom(prefix)));
        registry.putAll(settings.keptFrom(List.of("value.serde", "value.subject.name.strategy")));
        return registry;
    }

    @Override
    public String toString() {
        return "ProcessorConfig[" + bootstrapServers + ", " + applicationId + ", api " + apiHost + ":" + apiPort + "]";
    }
}
