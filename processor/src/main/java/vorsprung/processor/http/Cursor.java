package vorsprung.processor.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on: it pins what was asked, so that all pages are of one answer.
 *
 * @param asOf valid time of the first page
 * @param knownAt knowledge time of the first page
 * @param after sort key of the last item so far
 */
record Cursor(Instant asOf, Instant knownAt, String after) {
    private static final char SEPARATOR = '\n';

    /** The cursor as a text that fits a URL. */
    String token() {
        String text = asOf.toString() + SEPARATOR + knownAt + SEPARATOR + after;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a token; empty when it is none of ours. */
    static Optional<Cursor> parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int first = text.indexOf(SEPARATOR);
            int second = text.indexOf(SEPARATOR, first + 1);
            if (first < 0 || second < 0) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(
                    Instant.parse(text.substring(0, first)),
                    Instant.parse(text.substring(first + 1, second)),
                    text.substring(second + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
