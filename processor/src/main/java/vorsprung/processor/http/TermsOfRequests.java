package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.query.CurrentTerms;
import vorsprung.processor.query.Lag;
import vorsprung.processor.query.Terms;

/**
 * {@code allowStale=true} on any question: a standby may answer where no active instance does. The answer then states
 * how far it lags at most, in the field {@code stale} and the headers {@code Vorsprung-Lag-Records} and
 * {@code Vorsprung-Lag-Ms}; without these it is fresh.
 */
final class TermsOfRequests implements Routes {
    private static final String PATHS = "/v1/*";
    private static final String STREAM = "/v1/stream";

    /**
     * Questions wait for peers, and peers for answers from here. If all threads of all instances asked at once, none was
     * left to answer; so fewer ask than there are.
     */
    private static final int MOST_AT_ONCE = 100;

    private static final String UNDER_WAY = "vorsprung.question-under-way";

    private final CurrentTerms terms;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    TermsOfRequests(CurrentTerms terms) {
        this.terms = terms;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.before(PATHS, this::begin);
        server.routes.after(PATHS, this::end);
    }

    private void begin(Context request) {
        boolean allowStale = allowStale(request);
        Duration timeout = ReadYourWrites.timeout(request).plus(Terms.DEFAULT_TIMEOUT);
        terms.begin(allowStale ? Terms.stale(timeout) : Terms.fresh(timeout));
        if (allowStale) {
            request.header("Cache-Control", "no-store");
        }
        if (!request.path().equals(STREAM)) {
            takePlace(request);
        }
    }

    private void takePlace(Context request) {
        if (!places.tryAcquire()) {
            throw Problem.of(
                            503,
                            "There are " + MOST_AT_ONCE + " questions under way here already; ask again in a moment")
                    .exception()
                    .with("Retry-After", "1");
        }
        request.attribute(UNDER_WAY, true);
    }

    private void end(Context request) {
        if (request.attribute(UNDER_WAY) != null) {
            places.release();
        }
        terms.end()
                .flatMap(Terms::lag)
                .filter(lag -> request.statusCode() < 300)
                .ifPresent(lag -> state(lag, request));
    }

    private static void state(Lag lag, Context request) {
        request.header("Vorsprung-Lag-Records", Long.toString(lag.records()));
        request.header("Vorsprung-Lag-Ms", Long.toString(lag.ms()));
        Optional.ofNullable(request.result())
                .filter(body -> body.startsWith("{\""))
                .ifPresent(body -> request.result("{\"stale\":{\"lagRecords\":" + lag.records() + ",\"lagMs\":"
                        + lag.ms() + "}," + body.substring(1)));
    }

    private static boolean allowStale(Context request) {
        String text = request.queryParam("allowStale");
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw Problem.of(400, "allowStale must be true or false, found \"" + text + "\"")
                    .exception();
        }
        return true;
    }
}
