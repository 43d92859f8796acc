package vorsprung.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, as problem details (RFC 9457). Never holds a stack trace.
 *
 * @param type {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param status HTTP status
 * @param detail what was expected, what was found, and the way out
 * @param instance path of the request; absent until the answer is written
 * @param errors every bad field, in order; an extension, left out when empty
 * @param missing every partition that could not be asked; an extension, left out when empty
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BadField> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Missing> missing) {
    /** Media type of the answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field that is not as it must be.
     *
     * @param field path of the field, such as {@code [3].amountUsd}; empty for the whole
     * @param message what was found and what the rule is
     */
    public record BadField(String field, String message) {}

    /**
     * A partition of a store that the answer needs and that nobody answers for now.
     *
     * @param reason who was asked, and why there was no answer
     */
    public record Missing(String store, int partition, String reason) {}

    public Problem {
        errors = List.copyOf(errors);
        missing = List.copyOf(missing);
    }

    /** A problem without field errors. */
    public static Problem of(int status, String detail) {
        return of(status, detail, List.of());
    }

    /** A problem with the fields that caused it. */
    public static Problem of(int status, String detail, List<BadField> errors) {
        return new Problem(
                "about:blank", HttpStatus.forStatus(status).getMessage(), status, detail, null, errors, List.of());
    }

    /** The same, with the partitions that are missing. */
    public Problem missing(List<Missing> partitions) {
        return new Problem(type, title, status, detail, instance, errors, partitions);
    }

    /** The same, met at this path. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, errors, missing);
    }

    /** The exception that makes this the answer. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
