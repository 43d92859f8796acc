package vorsprung.ingest.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;

/**
 * Remembers requests by their {@code Idempotency-Key}, so that one sent again is answered as the first time.
 *
 * <p>What holds: after a success the same key and body give the same answer, and publish nothing, for 24 hours, unless
 * the process ends or 10,000 newer keys or 200,000 newer events push it out. After a failure of Kafka the same key and
 * body are tried again with the {@code recordedAt} of the first time: what was written then and what is written now are
 * equal in all their content and count once. Once it is forgotten, a report sent again without a {@code recordedAt} of
 * its own becomes another report of the same fact with the same values: no figure changes.
 */
final class Attempts {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST_KEYS = 10_000;
    private static final int MOST_RESULTS = 200_000;

    private final InstantSource clock;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private int results;

    /** One key's request; {@code answer} is absent until it has succeeded. */
    private static final class Attempt {
        final String request;
        final Instant firstAt;

        @Nullable Answer answer;

        int size;

        Attempt(String request, Instant firstAt) {
            this.request = request;
            this.firstAt = firstAt;
        }
    }

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The answer remembered for the key, or else that of {@code attempt}, which is given the time of the first attempt.
     * The same key at the same time waits for the one before it.
     *
     * @param request identifies type and body
     * @throws ProblemException 422 when the key was used for another request
     */
    Answer once(String key, String request, Function<Instant, Answer> attempt) {
        Attempt mine = enter(key, request);
        synchronized (mine) {
            if (mine.answer == null) {
                mine.answer = answer(key, mine, attempt);
            }
            return mine.answer;
        }
    }

    private synchronized Attempt enter(String key, String request) {
        Instant now = clock.instant();
        forget(now);
        Attempt mine = attempts.computeIfAbsent(key, absent -> new Attempt(request, now));
        if (!mine.request.equals(request)) {
            throw Problem.of(422, "This Idempotency-Key was used for another request; use a new one for a new body")
                    .exception();
        }
        return mine;
    }

    private void forget(Instant now) {
        Iterator<Attempt> oldest = attempts.values().iterator();
        while (oldest.hasNext()) {
            Attempt attempt = oldest.next();
            boolean old = attempt.firstAt.isBefore(now.minus(KEPT));
            if (!old && attempts.size() < MOST_KEYS && results < MOST_RESULTS) {
                return;
            }
            results -= attempt.size;
            oldest.remove();
        }
    }

    /** A refused request has published nothing, so its key is free for a mended one. */
    private Answer answer(String key, Attempt mine, Function<Instant, Answer> attempt) {
        try {
            Answer answer = attempt.apply(mine.firstAt);
            keep(key, mine, answer.results().size());
            return answer;
        } catch (ProblemException e) {
            free(key, mine);
            throw e;
        }
    }

    private synchronized void keep(String key, Attempt mine, int size) {
        if (attempts.get(key) == mine) {
            mine.size = size;
            results += size;
        }
    }

    private synchronized void free(String key, Attempt mine) {
        attempts.remove(key, mine);
    }
}
