package vorsprung.http;

import java.util.HashMap;
import java.util.Map;

/** Ends a request with a {@link Problem}; the client's doing or a passing state, never a bug. */
public final class ProblemException extends RuntimeException {
    // Answered on the thread that throws it, never serialized.
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    private ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.detail());
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** The same with a header on the answer, such as {@code Retry-After}. */
    public ProblemException with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ProblemException(problem, more);
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
