package vorsprung.processor.feed;

import java.time.Duration;
import java.util.List;

/** One reader of changes and signals; belongs to one thread, holds nothing but what it has just read. */
public interface FeedReader extends AutoCloseable {

    /**
     * A record and where the reader stands after it.
     *
     * @param id goes on behind the record when it is given to {@link Feed#open}
     */
    record Read(FeedRecord record, String id) {}

    /** Where the reader stands. */
    String id();

    /** What came, after waiting for it at most so long; empty when nothing did. What is gone is told as a gap. */
    List<Read> poll(Duration atMost);

    @Override
    void close();
}
