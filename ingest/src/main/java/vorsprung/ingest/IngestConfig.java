package vorsprung.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vorsprung.access.Protection;
import vorsprung.http.HttpSettings;
import vorsprung.http.TlsFiles;
import vorsprung.ingest.publish.KafkaProducers;
import vorsprung.ingest.publish.PublishSettings;
import vorsprung.ingest.publish.journal.JournalSettings;
import vorsprung.settings.Settings;
import vorsprung.settings.SettingsException;
import vorsprung.wire.SchemaRegistries;
import vorsprung.wire.SerdeFactory;
import vorsprung.wire.WireSettings;

/**
 * Settings of the ingest role.
 *
 * <ul>
 *   <li>{@code gateway.host}: address to listen on; default 127.0.0.1
 *   <li>{@code gateway.port}: port, 0 picks a free one; default 8082
 *   <li>{@code gateway.max-body-bytes}: longest body, after decompression too; default 1048576
 *   <li>{@code auth.…}, {@code limit.…}: who may publish, and how often; see {@link Protection}
 *   <li>{@code tls.…}: the certificate; see {@link TlsFiles}
 *   <li>{@code publish.timeout-ms}: how long an acknowledgement is waited for, milliseconds; default 10000
 *   <li>{@code publish.transactions}: how many requests may be under way at once; default 8
 *   <li>{@code publish.transactional-id}: prefix of the transactional ids, of this instance alone; default a new one
 *       each time. A fixed one settles at once what a crash left open
 *   <li>{@code idempotency.expiry-minutes}: how long an {@code Idempotency-Key} counts, at most seven days; default 1440
 *   <li>{@code idempotency.max-keys}: how many are kept in mind, the newest; default 200000
 *   <li>{@code reporters.max-facts}: of how many facts it is kept in mind who reported them; default 1000000
 *   <li>{@code aliases.file}: CSV of aliases on top of the bundled ones; default none
 *   <li>{@code bootstrap.servers}: Kafka brokers; default 127.0.0.1:9092
 *   <li>{@code kafka.…}: any setting of Kafka's clients, but those that our promises rest on
 *   <li>{@code schema.registry.url}: default http://127.0.0.1:8081
 *   <li>{@code schema.registry.…}, {@code basic.auth.…}, {@code bearer.auth.…}, {@code value.serde} and other settings of
 *       the serde: under Confluent's names
 * </ul>
 *
 * @param protection who may publish what
 * @param journal what is kept beside the events
 * @param aliases file of further aliases; absent for the bundled ones alone
 */
public record IngestConfig(
        HttpSettings http,
        Protection protection,
        PublishSettings publish,
        JournalSettings journal,
        Optional<Path> aliases) {
    /** Port of the gateway unless another is asked for. */
    public static final int DEFAULT_PORT = 8082;

    private static final String HOST = "gateway.host";
    private static final String PORT = "gateway.port";
    private static final String KAFKA = "kafka.";
    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final int MOST_BODY_BYTES = 64 << 20;
    private static final int MOST_TIMEOUT_MS = 600_000;
    private static final List<String> REGISTRY_PREFIXES = List.of("schema.registry.", "basic.auth.", "bearer.auth.");
    private static final List<String> REGISTRY_NAMES = List.of(
            SerdeFactory.VALUE_SERDE,
            WireSettings.AUTO_REGISTER,
            WireSettings.USE_LATEST,
            WireSettings.VALUE_NAMING,
            WireSettings.READ_SPECIFIC,
            "latest.compatibility.strict",
            "normalize.schemas",
            "avro.remove.java.properties");

    /**
     * Reads the settings.
     *
     * @throws SettingsException naming each one that is unknown or breaks its rule
     */
    public static IngestConfig of(Map<String, String> given) {
        Settings settings = new Settings(given);
        HttpSettings http = http(settings);
        Protection protection = Protection.of(settings, HOST, http.host());
        Optional<Path> aliases = settings.text("aliases.file").map(Path::of);
        PublishSettings publish = publish(settings);
        JournalSettings journal = journal(settings, publish);
        settings.check();
        return new IngestConfig(http, protection, publish, journal, aliases);
    }

    private static HttpSettings http(Settings settings) {
        return new HttpSettings(
                settings.text(HOST, HttpSettings.LOOPBACK),
                settings.number(PORT, DEFAULT_PORT, 0, 65_535),
                PORT,
                settings.number("gateway.max-body-bytes", HttpSettings.DEFAULT_MAX_BODY_BYTES, 1_024, MOST_BODY_BYTES),
                HttpSettings.DEFAULT_STOP_TIMEOUT,
                TlsFiles.of(settings));
    }

    private static PublishSettings publish(Settings settings) {
        int timeoutMs = settings.number(
                "publish.timeout-ms", (int) PublishSettings.DEFAULT_TIMEOUT.toMillis(), 1_000, MOST_TIMEOUT_MS);
        int transactions = settings.number("publish.transactions", PublishSettings.DEFAULT_TRANSACTIONS, 1, 100);
        String id = settings.text("publish.transactional-id").orElseGet(() -> "vorsprung-ingest-" + UUID.randomUUID());
        return new PublishSettings(kafka(settings), registry(settings), Duration.ofMillis(timeoutMs), transactions, id);
    }

    private static JournalSettings journal(Settings settings, PublishSettings publish) {
        int minutes = settings.number(
                "idempotency.expiry-minutes", (int) JournalSettings.DEFAULT_KEYS_KEPT.toMinutes(), 1, (int)
                        JournalSettings.LONGEST_KEYS_KEPT.toMinutes());
        return new JournalSettings(
                publish.registry(),
                publish.timeout().dividedBy(2),
                Duration.ofMinutes(minutes),
                settings.number("idempotency.max-keys", JournalSettings.DEFAULT_MOST_KEYS, 1, 100_000_000),
                settings.number("reporters.max-facts", JournalSettings.DEFAULT_MOST_FACTS, 1, 100_000_000));
    }

    private static Map<String, String> kafka(Settings settings) {
        Map<String, String> kafka = new HashMap<>();
        kafka.put(BOOTSTRAP, settings.text(BOOTSTRAP, "127.0.0.1:9092"));
        settings.passedOn(KAFKA).forEach((name, value) -> {
            if (KafkaProducers.FIXED.contains(name)) {
                settings.refuse(KAFKA + name + " cannot be changed, since exactly-once publishing rests on it");
            }
            kafka.put(name, value);
        });
        return kafka;
    }

    private static Map<String, String> registry(Settings settings) {
        Map<String, String> registry = new HashMap<>();
        REGISTRY_PREFIXES.forEach(prefix -> registry.putAll(settings.keptFrom(prefix)));
        registry.putAll(settings.keptFrom(REGISTRY_NAMES));
        registry.put(SchemaRegistries.URL, settings.text(SchemaRegistries.URL, "http://127.0.0.1:8081"));
        return registry;
    }

    /** The same, where a taken port is told with another option's name, such as {@code --gateway-port}. */
    public IngestConfig portOption(String option) {
        HttpSettings named =
                new HttpSettings(http.host(), http.port(), option, http.maxBodyBytes(), http.stopTimeout(), http.tls());
        return new IngestConfig(named, protection, publish, journal, aliases);
    }
}
