package vorsprung.ingest.publish.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Published;

/**
 * Requests with a key, as all gateways on one Kafka have tried and answered them. Each method throws
 * {@link vorsprung.ingest.publish.KafkaUnavailableException} when it cannot know for sure in time.
 */
public interface AttemptLog {
    /** The answer that was committed before this call; absent when there is none, or it is too old to count. */
    Optional<Answered> answer(AttemptKey key);

    /**
     * Notes that a request is about to be published by the producer with this transactional id, and returns the request
     * of the first attempt before it that is unanswered, or was answered since {@link #answer} was asked, if there is
     * one.
     */
    Optional<Earlier> begin(AttemptKey key, String request, String transactionalId);

    /**
     * Makes sure that what other producers tried under the key is either committed by now or never will be.
     *
     * @param own transactional id of the producer that asks
     */
    void settle(AttemptKey key, String own);

    /** Makes the record of the answer, to be written in the same transaction as the events. */
    Function<List<Published>, Companion> closing(AttemptKey key, String request, List<List<String>> warnings);

    /** An earlier attempt, whose answer is to be asked for once more: what it was about to publish. */
    record Earlier(String request) {}
}
