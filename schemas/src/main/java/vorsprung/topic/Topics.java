package vorsprung.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vorsprung.signal.Change;
import vorsprung.signal.Signal;

/** Every topic that Vorsprung creates; Kafka Streams makes the changelogs itself. */
public final class Topics {
    /** How many partitions an event topic has unless said otherwise; chosen before production and never changed. */
    public static final int DEFAULT_PARTITIONS = 4;

    private static final Map<String, String> KEPT = Map.of("retention.ms", "-1", "cleanup.policy", "delete");
    private static final Map<String, String> WEEK =
            Map.of("retention.ms", Long.toString(Duration.ofDays(7).toMillis()), "cleanup.policy", "delete");

    /** Records that could not be read or broke a rule, as raw bytes with the cause in headers. */
    public static final Topic DEAD_LETTERS = new Topic("market.dead-letters", 1, null, KEPT);

    /** Facts worth an alert. */
    public static final Topic SIGNALS = new Topic("market.signals", 0, Signal.getClassSchema(), KEPT);

    /** Every change of a figure, for seven days. */
    public static final Topic CHANGES = new Topic("market.changes", 0, Change.getClassSchema(), WEEK);

    /** Price cuts worth an alert, gathered in one partition, where price wars are seen; internal. */
    public static final Topic PRICE_CUTS = new Topic("market.price-cuts", 1, Signal.getClassSchema(), WEEK);

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

    /** All topics, events first. */
    public static List<Topic> all() {
        return Stream.concat(
                        Arrays.stream(EventType.values()).map(Topics::of),
                        Stream.of(DEAD_LETTERS, SIGNALS, CHANGES, PRICE_CUTS, SOURCE_STATE, DEAD_LETTER_DECISIONS))
                .toList();
    }
}
