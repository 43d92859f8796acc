package vorsprung.ingest.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.journal.Answered;
import vorsprung.ingest.publish.journal.AttemptKey;
import vorsprung.ingest.publish.journal.AttemptLog;
import vorsprung.publication.PublishAttempt;
import vorsprung.topic.Topics;

/** Attempts and answers in memory; an answer is there once its record has been written. */
final class FakeAttemptLog implements AttemptLog {
    private final Map<AttemptKey, Answered> answers = new HashMap<>();
    private final Map<AttemptKey, String> open = new HashMap<>();
    private final Map<SpecificRecord, Runnable> unwritten = new HashMap<>();

    @Override
    public synchronized Optional<Answered> answer(AttemptKey key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public synchronized Optional<Earlier> begin(AttemptKey key, String request, String transactionalId) {
        return Optional.ofNullable(open.putIfAbsent(key, request)).map(Earlier::new);
    }

    @Override
    public void settle(AttemptKey key, String own) {
        // What failed here has either been written or never will be.
    }

    @Override
    public Function<List<Published>, Companion> closing(AttemptKey key, String request, List<List<String>> warnings) {
        return published -> {
            PublishAttempt record = PublishAttempt.newBuilder()
                    .setCaller(key.caller())
                    .setIdempotencyKey(key.key())
                    .setRequest(request)
                    .setAt(TestGateway.NOW)
                    .setTransactionalId("")
                    .build();
            unwritten.put(record, () -> answers.put(key, new Answered(request, published, warnings)));
            return new Companion(Topics.PUBLISH_ANSWERS, key.key(), record);
        };
    }

    synchronized void answered(Companion closing) {
        Optional.ofNullable(unwritten.remove(closing.value())).ifPresent(Runnable::run);
    }
}
