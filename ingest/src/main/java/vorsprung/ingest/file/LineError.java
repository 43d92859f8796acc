package vorsprung.ingest.file;

import java.util.List;
import java.util.stream.Collectors;
import vorsprung.rule.FieldError;

/**
 * A line that is not as it must be.
 *
 * @param line counted from 1
 * @param errors what is wrong with it; never empty
 */
public record LineError(String file, long line, List<FieldError> errors) {
    public LineError {
        errors = List.copyOf(errors);
    }

    static LineError of(String file, long line, String reason) {
        return new LineError(file, line, List.of(new FieldError("", reason)));
    }

    /** {@code file:line: field: reason; field: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": "
                + errors.stream().map(FieldError::toString).collect(Collectors.joining("; "));
    }
}
