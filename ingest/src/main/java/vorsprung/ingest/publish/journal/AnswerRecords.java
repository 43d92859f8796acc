package vorsprung.ingest.publish.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vorsprung.ingest.publish.Published;
import vorsprung.publication.PublishAnswer;
import vorsprung.publication.PublishResult;

/** Answers as records. All events of a request are of one type, so on one topic. */
final class AnswerRecords {
    private AnswerRecords() {}

    static PublishAnswer of(AttemptKey key, Answered answered, Instant at) {
        List<PublishResult> results = new ArrayList<>();
        for (int i = 0; i < answered.published().size(); i++) {
            Published published = answered.published().get(i);
            results.add(PublishResult.newBuilder()
                    .setEventId(published.eventId())
                    .setPartition(published.partition())
                    .setOffset(published.offset())
                    .setWarnings(answered.warnings().get(i))
                    .build());
        }
        return PublishAnswer.newBuilder()
                .setCaller(key.caller())
                .setIdempotencyKey(key.key())
                .setRequest(answered.request())
                .setAt(at)
                .setTopic(answered.published().get(0).topic())
                .setResults(results)
                .build();
    }

    static Answered answered(PublishAnswer answer) {
        return new Answered(
                answer.getRequest(),
                answer.getResults().stream()
                        .map(result -> new Published(
                                result.getEventId(), answer.getTopic(), result.getPartition(), result.getOffset()))
                        .toList(),
                answer.getResults().stream()
                        .map(result -> List.copyOf(result.getWarnings()))
                        .toList());
    }
}
