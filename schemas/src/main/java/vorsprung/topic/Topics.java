package vorsprung.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vorsprung.publication.Publication;
import vorsprung.publication.PublishAnswer;
import vorsprung.publication.PublishAttempt;
import vorsprung.publication.Reporter;
import vorsprung.signal.Change;
import vorsprung.signal.Signal;

/** Every topic that Vorsprung creates; Kafka Streams makes the changelogs itself. */
public final class Topics {
    /** How many partitions an event topic has unless said otherwise; chosen before production and never changed. */
    public static final int DEFAULT_PARTITIONS = 4;

    /** Largest record of any topic, 4 MiB. */
    public static final int LARGEST_RECORD_BYTES = 4 << 20;

    /** Largest value of an event: what is kept of it must fit with its key into a changelog of Kafka's default 1 MiB. */
    public static final int LARGEST_EVENT_BYTES = (1 << 20) - (64 << 10);

    private static final Map<String, String> KEPT = Map.of("retention.ms", "-1", "cleanup.policy", "delete");
    private static final Map<String, String> WEEK =
            Map.of("retention.ms", Long.toString(Duration.ofDays(7).toMillis()), "cleanup.policy", "delete");

    /** Records that could not be read or broke a rule, as raw bytes with the cause in headers. */
    public static final Topic DEAD_LETTERS = new Topic("market.dead-letters", 1, null, large(KEPT));

    /** Facts worth an alert. */
    public static final Topic SIGNALS = new Topic("market.signals", 0, Signal.getClassSchema(), KEPT);

    /** Every change of a figure, for seven days. */
    public static final Topic CHANGES = new Topic("market.changes", 0, Change.getClassSchema(), WEEK);

    /** Price cuts worth an alert, gathered in one partition, where price wars are seen; internal. */
    public static final Topic PRICE_CUTS = new Topic("market.price-cuts", 1, Signal.getClassSchema(), WEEK);

    /**
     * Changes of companies and models that figures of benchmarks rest on, sent to every partition, where those benchmarks
     * are found and told; internal.
     */
    public static final Topic CROSSINGS = new Topic("market.crossings", 0, Change.getClassSchema(), WEEK);

    /** Who published, corrected and retracted what, one record a request: the audit, append-only. */
    public static final Topic PUBLICATIONS =
            new Topic("market.publications", 1, Publication.getClassSchema(), large(KEPT));

    /** Which source has reported which fact. */
    public static final Topic REPORTERS = new Topic(
            "market.reporters",
            1,
            Reporter.getClassSchema(),
            Map.of("retention.ms", "-1", "cleanup.policy", "compact"));

    /** Requests with a key that are about to be published; internal to the gateways. */
    public static final Topic PUBLISH_ATTEMPTS =
            new Topic("market.publish-attempts", 1, PublishAttempt.getClassSchema(), WEEK);

    /** How requests with a key were answered; internal to the gateways. */
    public static final Topic PUBLISH_ANSWERS =
            new Topic("market.publish-answers", 1, PublishAnswer.getClassSchema(), large(WEEK));

    /** What the watched sources last said, by source and fact, so that a restart repeats nothing; JSON, internal. */
    public static final Topic SOURCE_STATE =
            new Topic("market.source-state", 1, null, Map.of("cleanup.policy", "compact"));

    /** What was decided about dead letters, by where they lie; JSON, internal. */
    public static final Topic DEAD_LETTER_DECISIONS =
            new Topic("market.dead-letter-decisions", 1, null, Map.of("cleanup.policy", "compact"));

    private Topics() {}

    /** The topic of an event type; the source of truth, so it keeps everything. */
    public static Topic of(EventType type) {
        return new Topic(type.topic(), 0, type.schema(), KEPT);
    }

    /** The topics that a gateway writes to beside those of the events. */
    public static List<Topic> ofGateways() {
        return List.of(PUBLICATIONS, REPORTERS, PUBLISH_ATTEMPTS, PUBLISH_ANSWERS);
    }

    /** A record speaks of up to a thousand events, whose ids may be long, or is what was too large for an event. */
    private static Map<String, String> large(Map<String, String> settings) {
        Map<String, String> larger = new HashMap<>(settings);
        larger.put("max.message.bytes", Integer.toString(LARGEST_RECORD_BYTES));
        return larger;
    }

    /** All topics, events first. */
    public static List<Topic> all() {
        return Stream.concat(
                        Arrays.stream(EventType.values()).map(Topics::of),
                        Stream.of(
                                DEAD_LETTERS,
                                SIGNALS,
                                CHANGES,
                                PRICE_CUTS,
                                CROSSINGS,
                                PUBLICATIONS,
                                REPORTERS,
                                PUBLISH_ATTEMPTS,
                                PUBLISH_ANSWERS,
                                SOURCE_STATE,
                                DEAD_LETTER_DECISIONS))
                .toList();
    }
}
