package vorsprung.processor.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What changed and what was signalled, for whoever wants to hear of it. */
public interface Feed {

    /**
     * Opens a reader of changes and signals that goes on where another stood; without an id it starts with what comes
     * next. Empty when the id is none of ours.
     */
    Optional<FeedReader> open(@Nullable String lastEventId);

    /** Hands on every change since a time of the wall clock, in the order of their partitions. */
    void changesSince(Instant since, @Nullable String subject, Consumer<FeedRecord.Changed> taker);
}
