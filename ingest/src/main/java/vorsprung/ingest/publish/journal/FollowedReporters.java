package vorsprung.ingest.publish.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Report;
import vorsprung.publication.Reporter;
import vorsprung.topic.Topics;

/** The reporters as their topic says. */
public final class FollowedReporters implements Reporters, AutoCloseable {
    private final ReporterBook book;
    private final TopicFollower follower;
    private final Duration timeout;

    /** Set up, not started. */
    public FollowedReporters(KafkaAttemptLog.Journal journal, JournalSettings settings) {
        Records<Reporter> records = new Records<>(Topics.REPORTERS, Reporter.class, settings.registry());
        this.book = new ReporterBook(settings.mostFacts());
        this.timeout = settings.timeout();
        this.follower =
                journal.follow(Topics.REPORTERS, Optional.empty(), record -> book.add(records.read(record.value())));
    }

    /** Begins to read. */
    public void start() {
        follower.start();
    }

    /** Why it cannot be relied on yet. */
    public Optional<String> missing() {
        return follower.missing();
    }

    @Override
    public void catchUp() {
        missing().ifPresent(reason -> {
            throw new KafkaUnavailableException(reason + ", so it is not known yet who reported what");
        });
        follower.catchUp(timeout);
    }

    @Override
    public Set<String> of(Report report) {
        return book.of(report);
    }

    @Override
    public List<Companion> unknown(List<Report> reports, Instant at) {
        return book.unknown(reports, at);
    }

    @Override
    public void close() {
        follower.close();
    }
}
