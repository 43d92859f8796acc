package vorsprung.ingest.gateway;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.ingest.publish.Companion;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Reservation;
import vorsprung.ingest.publish.Submissions;
import vorsprung.ingest.publish.journal.Answered;
import vorsprung.ingest.publish.journal.AttemptKey;
import vorsprung.ingest.publish.journal.AttemptLog;

/**
 * Answers a request that comes again with its {@code Idempotency-Key} as the first time, on any gateway and after any
 * crash. A request that was refused has published nothing, so its key is free for a mended one; one whose outcome is
 * unknown is settled first: either it was published, and is answered so, or it never will be, and is published now.
 */
final class Repeats {
    private static final int STRIPES = 1_024;

    private final AttemptLog log;
    private final Submissions submissions;
    private final List<Object> stripes =
            Stream.generate(Object::new).limit(STRIPES).toList();

    /** Writes prepared events with a producer, and the record that the function makes. */
    @FunctionalInterface
    interface Writer {
        Answer write(Prepared prepared, Reservation producer, Function<List<Published>, Companion> closing);
    }

    Repeats(AttemptLog log, Submissions submissions) {
        this.log = log;
        this.submissions = submissions;
    }

    /**
     * The first answer again, or that of the writer. The same key at the same time waits for the one before it.
     *
     * @param request identifies type and body
     * @throws ProblemException 422 when the key was used for another request
     */
    Answer once(AttemptKey key, String request, Supplier<Prepared> prepare, Writer writer) {
        synchronized (stripes.get(Math.floorMod(key.hashCode(), STRIPES))) {
            Optional<Answer> first = first(key, request);
            if (first.isPresent()) {
                return first.get();
            }
            Prepared prepared = prepare.get();
            return submissions.reserve(producer -> settled(key, request, producer)
                    .orElseGet(() -> writer.write(prepared, producer, log.closing(key, request, prepared.warnings()))));
        }
    }

    private Optional<Answer> first(AttemptKey key, String request) {
        Optional<Answered> answered = log.answer(key);
        answered.ifPresent(answer -> checkSame(request, answer.request()));
        return answered.map(Repeats::again);
    }

    /** The answer of an earlier attempt, if it turns out to have been published after all. */
    private Optional<Answer> settled(AttemptKey key, String request, Reservation producer) {
        Optional<AttemptLog.Earlier> earlier = log.begin(key, request, producer.transactionalId());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        checkSame(request, earlier.get().request());
        log.settle(key, producer.transactionalId());
        return first(key, request);
    }

    private static void checkSame(String request, String first) {
        if (!request.equals(first)) {
            throw Problem.of(422, "This Idempotency-Key was used for another request; use a new one for a new body")
                    .exception();
        }
    }

    private static Answer again(Answered answered) {
        return Answer.of(answered.published(), answered.warnings()).asRepeat();
    }
}
