package vorsprung.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vorsprung.http.Problem;
import vorsprung.http.Routes;

/**
 * How many requests below {@code /v1} a caller may send: 429 with {@code Retry-After} beyond. A caller is a token's name;
 * without tokens, a remote address. Each instance counts for itself.
 */
final class RateLimits implements Routes {
    /** The callers that asked last are counted; one that did not for so long starts with a full allowance. */
    private static final int MOST_CALLERS = 10_000;

    private final Limit limit;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    RateLimits(Limit limit, TimeMeter time) {
        this.limit = limit;
        this.time = time;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.before("/v1/*", this::count);
    }

    private void count(Context request) {
        Caller caller = Guard.caller(request);
        String key = caller.identified()
                ? "token " + caller.name()
                : "address " + request.req().getRemoteAddr();
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw Problem.of(
                            429,
                            "More than " + limit.perSecond() + " requests a second; wait " + seconds + " s, and"
                                    + " send several events in one request")
                    .exception()
                    .with("Retry-After", Long.toString(seconds));
        }
    }

    private synchronized Bucket bucket(String key) {
        return buckets.computeIfAbsent(
                key,
                absent -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(bandwidth -> bandwidth
                                .capacity(limit.burst())
                                .refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }
}
