package vorsprung.processor.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.feed.FeedReader.Read;
import vorsprung.processor.topology.Writers;
import vorsprung.topic.Topics;

/** The feed as it lies on Kafka; each reader has a consumer of its own, without a group. */
public final class KafkaFeed implements Feed {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> clientSettings;
    private final FeedDecoder decoder;

    /** A feed read by Kafka clients of these settings. */
    public KafkaFeed(Map<String, Object> clientSettings, Writers serdes) {
        this.clientSettings = Map.copyOf(clientSettings);
        this.decoder = new FeedDecoder(serdes);
    }

    @Override
    public Optional<FeedReader> open(@Nullable String lastEventId) {
        Optional<Offsets> from = lastEventId == null ? Optional.of(new Offsets(Map.of())) : Offsets.parse(lastEventId);
        return from.map(offsets -> {
            KafkaFeedReader reader = reader(Topics.CHANGES.name(), Topics.SIGNALS.name());
            reader.resume(offsets);
            return reader;
        });
    }

    @Override
    public void changesSince(Instant since, @Nullable String subject, Consumer<FeedRecord.Changed> taker) {
        try (KafkaFeedReader reader = reader(Topics.CHANGES.name())) {
            reader.seekToTime(since.toEpochMilli());
            while (!reader.isAtEnd()) {
                for (Read read : reader.poll(POLL)) {
                    if (read.record() instanceof FeedRecord.Changed change
                            && (subject == null || change.subject().equals(subject))) {
                        taker.accept(change);
                    }
                }
            }
        }
    }

    private KafkaFeedReader reader(String... topics) {
        return new KafkaFeedReader(clientSettings, decoder, Set.of(topics));
    }
}
