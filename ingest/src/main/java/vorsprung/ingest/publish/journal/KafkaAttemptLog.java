package vorsprung.ingest.publish.journal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;
import vorsprung.publication.PublishAnswer;
import vorsprung.publication.PublishAttempt;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;

/**
 * The log of attempts on two topics. {@code market.publish-attempts} says who is about to publish what; it is written
 * outside transactions, so it can be read to its end whatever hangs. {@code market.publish-answers} is written in the
 * transaction of the events, so an answer is there exactly when they are. An attempt without an answer is settled by
 * fencing its producer: from then on it has committed or never will. Why so: ADR 12.
 */
public final class KafkaAttemptLog implements AttemptLog, AutoCloseable {
    private final Journal journal;
    private final JournalSettings settings;
    private final InstantSource clock;
    private final OpenAttempts open = new OpenAttempts();
    private final KnownAnswers answers;
    private final Records<PublishAttempt> attemptRecords;
    private final Records<PublishAnswer> answerRecords;
    private final TopicFollower attemptFollower;
    private final TopicFollower answerFollower;

    /** What the log needs of Kafka. */
    public interface Journal {
        /** Writes one record outside transactions and returns its offset. */
        long write(Companion companion);

        /** Ends what other producers with these transactional ids are doing. */
        void fence(Set<String> transactionalIds);

        /** The end of the answers' topic, with records of transactions still open. */
        long uncommittedEnd();

        /** The value of a record of the answers' topic. */
        byte[] value(long offset);

        /** Follows a topic, from a time on. */
        TopicFollower follow(Topic topic, Optional<Long> sinceMs, TopicFollower.Listener listener);
    }

    /** Set up, not started. */
    public KafkaAttemptLog(Journal journal, JournalSettings settings, InstantSource clock) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.answers = new KnownAnswers(settings.mostKeys(), settings.keysKept());
        this.attemptRecords = new Records<>(Topics.PUBLISH_ATTEMPTS, PublishAttempt.class, settings.registry());
        this.answerRecords = new Records<>(Topics.PUBLISH_ANSWERS, PublishAnswer.class, settings.registry());
        Optional<Long> since =
                Optional.of(clock.instant().minus(settings.keysKept()).toEpochMilli());
        this.attemptFollower = journal.follow(
                Topics.PUBLISH_ATTEMPTS,
                since,
                record -> open.add(record.offset(), attemptRecords.read(record.value())));
        this.answerFollower = journal.follow(Topics.PUBLISH_ANSWERS, since, record -> {
            PublishAnswer answer = answerRecords.read(record.value());
            Fingerprint key = Fingerprint.of(answer.getCaller(), answer.getIdempotencyKey());
            answers.add(key, record.offset(), record.timestamp());
            open.answered(key);
        });
    }

    /** Begins to read. */
    public void start() {
        attemptFollower.start();
        answerFollower.start();
    }

    /** Why keys cannot be told apart yet. */
    public Optional<String> missing() {
        return attemptFollower.missing().or(answerFollower::missing);
    }

    @Override
    public Optional<Answered> answer(AttemptKey key) {
        missing().ifPresent(reason -> {
            throw new KafkaUnavailableException(reason + ", so it is not known yet which keys have been used");
        });
        answerFollower.catchUp(settings.timeout());
        return known(key);
    }

    @Override
    public Optional<Earlier> begin(AttemptKey key, String request, String transactionalId) {
        PublishAttempt attempt = PublishAttempt.newBuilder()
                .setCaller(key.caller())
                .setIdempotencyKey(key.key())
                .setRequest(request)
                .setAt(clock.instant())
                .setTransactionalId(transactionalId)
                .build();
        long offset = journal.write(
                new Companion(Topics.PUBLISH_ATTEMPTS, key.fingerprint().text(), attempt));
        attemptFollower.await(offset + 1, settings.timeout());
        // In this order: an answer is known before the attempts of its key are taken away.
        return open.before(key.fingerprint(), offset, clock.instant().minus(settings.keysKept())).stream()
                .findFirst()
                .map(first -> new Earlier(first.request()))
                .or(() -> known(key).map(answered -> new Earlier(answered.request())));
    }

    @Override
    public void settle(AttemptKey key, String own) {
        Set<String> others = open.unsettled(key.fingerprint());
        others.remove(own);
        if (!others.isEmpty()) {
            journal.fence(others);
        }
        answerFollower.await(journal.uncommittedEnd(), settings.timeout());
    }

    @Override
    public Function<List<Published>, Companion> closing(AttemptKey key, String request, List<List<String>> warnings) {
        return published -> new Companion(
                Topics.PUBLISH_ANSWERS,
                key.fingerprint().text(),
                AnswerRecords.of(key, new Answered(request, published, warnings), clock.instant()));
    }

    private Optional<Answered> known(AttemptKey key) {
        OptionalLong offset = answers.offset(key.fingerprint(), clock.instant());
        return offset.isEmpty()
                ? Optional.empty()
                : Optional.of(AnswerRecords.answered(answerRecords.read(journal.value(offset.getAsLong()))));
    }

    @Override
    public void close() {
        attemptFollower.close();
        answerFollower.close();
    }
}
