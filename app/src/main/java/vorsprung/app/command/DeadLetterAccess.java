package vorsprung.app.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vorsprung.app.deadletter.DeadLetterTopic;
import vorsprung.app.deadletter.Decision;
import vorsprung.app.deadletter.Decisions;
import vorsprung.app.deadletter.Redrive;
import vorsprung.ingest.IngestConfig;
import vorsprung.ingest.publish.CompactedTopic;
import vorsprung.topic.Topics;

/** What the commands about dead letters need of Kafka. */
final class DeadLetterAccess implements AutoCloseable {
    private final CompactedTopic store;
    private final DeadLetterTopic topic;
    private final Decisions decisions;
    private final Redrive redrive;

    private DeadLetterAccess(ClusterOptions cluster, Talk talk) throws IOException, InterruptedException {
        Map<String, String> settings = cluster.clientSettings(talk.environment());
        KafkaAdmin.connect(settings).close();
        IngestConfig config = IngestConfig.of(cluster.settings(talk.environment()));
        this.store = new CompactedTopic(Topics.DEAD_LETTER_DECISIONS, config.publish());
        this.topic = new DeadLetterTopic(settings);
        this.decisions = new Decisions(store);
        this.redrive = new Redrive(settings, decisions, InstantSource.system());
    }

    static DeadLetterAccess open(ClusterOptions cluster, Talk talk) throws IOException, InterruptedException {
        Logs.quiet();
        return new DeadLetterAccess(cluster, talk);
    }

    List<DeadLetterRow> rows() {
        Map<Long, Decision> made = decisions.all();
        return topic.all().stream()
                .map(letter -> new DeadLetterRow(letter, Optional.ofNullable(made.get(letter.number()))))
                .toList();
    }

    Optional<DeadLetterRow> row(long number) {
        Map<Long, Decision> made = decisions.all();
        return topic.numbered(number).map(letter -> new DeadLetterRow(letter, Optional.ofNullable(made.get(number))));
    }

    /** What ends a dead letter. */
    Redrive redrive() {
        return redrive;
    }

    @Override
    public void close() {
        redrive.close();
        topic.close();
        store.close();
    }
}
