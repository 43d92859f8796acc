package vorsprung.app.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service refused a request, and said why. The message names every bad field, one a line. */
public final class ProblemException extends RuntimeException {

    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private final int status;

    ProblemException(int status, String detail, List<String> fields) {
        super(message(status, detail, fields));
        this.status = status;
    }

    /** From an answer that should be problem details (RFC 9457), but may come from a proxy that knows none. */
    static ProblemException of(Endpoint endpoint, int status, Optional<Answer> problem) {
        String detail = problem.flatMap(answer -> answer.text("detail").or(() -> answer.text("title")))
                .orElseGet(() -> "The " + endpoint + " answered with status " + status + " and no explanation.");
        List<String> fields = problem.stream()
                .flatMap(answer -> answer.list("errors").stream())
                .map(ProblemException::field)
                .toList();
        return new ProblemException(status, detail, fields);
    }

    /** Whether what was asked for does not exist. */
    public boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Whether the service could not answer, whatever had been asked. */
    public boolean isOutage() {
        return status >= SERVER_ERROR;
    }

    private static String field(Answer error) {
        String message = error.text("message").orElse("is not as it must be");
        return error.text("field")
                .filter(name -> !name.isEmpty())
                .map(name -> name + ": " + message)
                .orElse(message);
    }

    private static String message(int status, String detail, List<String> fields) {
        Stream<String> hint = status == UNAUTHORIZED || status == FORBIDDEN
                ? Stream.of("Give a token with --token or VORSPRUNG_TOKEN.")
                : Stream.of();
        return String.join(
                "\n",
                Stream.concat(Stream.concat(Stream.of(detail), fields.stream().map(line -> "  " + line)), hint)
                        .toList());
    }
}
