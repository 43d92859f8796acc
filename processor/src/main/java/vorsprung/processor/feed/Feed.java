package vorsprung.processor.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.feed.FeedReader.Read;
import vorsprung.processor.topology.Writers;
import vorsprung.topic.Topics;

/** What changed and what was signalled, for whoever wants to hear of it. */
public final class Feed {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> clientSettings;
    private final FeedDecoder decoder;

    /** A feed read by Kafka clients of these settings. */
    public Feed(Map<String, Object> clientSettings, Writers serdes) {
        this.clientSettings = Map.copyOf(clientSettings);
        this.decoder = new FeedDecoder(serdes);
    }

    /** A reader and the gaps that it starts with. */
    public record Opened(FeedReader reader, List<Read> gaps) {}

    /**
     * Opens a reader of changes and signals that goes on where another stood; without an id it starts with what comes
     * next. Empty when the id is none of ours.
     */
    public Optional<Opened> open(@Nullable String lastEventId) {
        Optional<Offsets> from = lastEventId == null ? Optional.of(new Offsets(Map.of())) : Offsets.parse(lastEventId);
        return from.map(offsets -> {
            FeedReader reader =
                    new FeedReader(clientSettings, decoder, Set.of(Topics.CHANGES.name(), Topics.SIGNALS.name()));
            return new Opened(reader, reader.resume(offsets));
        });
    }

    /** The changes since a time of the wall clock, in the order of their partitions, at most so many. */
    public List<FeedRecord.Changed> changesSince(Instant since, @Nullable String subject, int most) {
        List<FeedRecord.Changed> changes = new ArrayList<>();
        try (FeedReader reader = new FeedReader(clientSettings, decoder, Set.of(Topics.CHANGES.name()))) {
            reader.seekToTime(since.toEpochMilli());
            while (changes.size() < most && !reader.isAtEnd()) {
                for (Read read : reader.poll(POLL)) {
                    if (read.record() instanceof FeedRecord.Changed change
                            && (subject == null || change.subject().equals(subject))
                            && changes.size() < most) {
                        changes.add(change);
                    }
                }
            }
        }
        return changes;
    }
}
