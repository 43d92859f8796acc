package vorsprung.processor.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened, as the topics of changes and signals have it. */
public sealed interface FeedRecord {

    /** The name of its kind: {@code change}, {@code signal} or {@code gap}. */
    String kind();

    /** A figure is not what it was; before and after are JSON texts. */
    record Changed(
            String subject,
            String subjectType,
            String figure,
            @Nullable String before,
            @Nullable String after,
            Instant changedAt,
            @Nullable Cause cause)
            implements FeedRecord {
        @Override
        public String kind() {
            return "change";
        }
    }

    /** The report that did it. */
    record Cause(String type, String key, String eventId, String topic, int partition, long offset) {}

    /** A signal was found, said anew, or withdrawn. */
    record Signalled(
            String signalId,
            String type,
            String subject,
            Instant occurredAt,
            Instant foundAt,
            boolean historical,
            boolean withdrawn,
            @Nullable Double value,
            @Nullable Double previous,
            @Nullable String detail,
            List<String> evidence)
            implements FeedRecord {
        public Signalled {
            evidence = List.copyOf(evidence);
        }

        @Override
        public String kind() {
            return "signal";
        }
    }

    /**
     * Records that are no longer there: the topic is younger than where the reader stood.
     *
     * @param missing how many records at most
     */
    record Gap(String topic, int partition, long missing) implements FeedRecord {
        @Override
        public String kind() {
            return "gap";
        }
    }
}
