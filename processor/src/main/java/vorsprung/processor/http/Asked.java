package vorsprung.processor.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.processor.query.Question;
import vorsprung.rule.Moment;
import vorsprung.settings.Nearest;

/** What a request asks: as of when, as known when, which page. Parameters that nobody knows are refused. */
final class Asked {
    private static final int DEFAULT_LIMIT = 500;
    private static final int GREATEST_LIMIT = 1_000;
    private static final Set<String> COMMON =
            Set.of("asOf", "knownAt", "excludeSource", "allowStale", "timeout", "limit", "cursor");

    private final Context request;
    private final Question question;
    private final Optional<Cursor> cursor;

    private Asked(Context request, Question question, Optional<Cursor> cursor) {
        this.request = request;
        this.question = question;
        this.cursor = cursor;
    }

    /**
     * Reads a request that may carry these parameters beside the common ones.
     *
     * @throws ProblemException with status 400 naming what is wrong
     */
    static Asked of(Context request, String... parameters) {
        checkNames(request, parameters);
        Optional<Cursor> cursor =
                Optional.ofNullable(request.queryParam("cursor")).map(Asked::cursor);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Question question = new Question(
                cursor.map(Cursor::asOf).orElseGet(() -> time(request, "asOf").orElse(now)),
                cursor.map(Cursor::knownAt)
                        .orElseGet(() -> time(request, "knownAt").orElse(now)),
                Set.copyOf(request.queryParams("excludeSource")));
        return new Asked(request, question, cursor);
    }

    /** As of when, and as known when. */
    Question question() {
        return question;
    }

    /**
     * The sort key that the page before ended with.
     *
     * @param reader reads such a key
     * @throws ProblemException with status 400 when the cursor is of another list, or its item is gone
     */
    <T> Optional<T> after(Function<String, T> reader) {
        try {
            return cursor.map(Cursor::after).map(reader);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw bad("cursor does not fit this list; ask for its first page again");
        }
    }

    /** How many items a page holds. */
    int limit() {
        String text = request.queryParam("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > GREATEST_LIMIT) {
            throw bad("limit must be a whole number from 1 to " + GREATEST_LIMIT + ", found \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** The cursor of the page after one that ends with this sort key. */
    String nextCursor(String lastKey) {
        return new Cursor(question.asOf(), question.knownAt(), lastKey).token();
    }

    /** One of these words; the first when the parameter is absent. */
    String word(String name, List<String> words) {
        String text = request.queryParam(name);
        if (text == null) {
            return words.get(0);
        }
        if (!words.contains(text)) {
            throw bad(name + " must be one of " + String.join(", ", words) + ", found \"" + text + "\"");
        }
        return text;
    }

    /** A bound in time, the start of a day, month or year. */
    Optional<Instant> bound(String name) {
        return moment(request, name).map(Moment::at);
    }

    private static Optional<Instant> time(Context request, String name) {
        return moment(request, name).map(Moment::last);
    }

    private static Optional<Moment> moment(Context request, String name) {
        String text = request.queryParam(name);
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(Moment.parse(text));
        } catch (DateTimeException e) {
            throw bad(name + ": " + e.getMessage());
        }
    }

    private static Cursor cursor(String token) {
        return Cursor.parse(token).orElseThrow(() -> bad("cursor is not one that an answer gave"));
    }

    private static void checkNames(Context request, String... parameters) {
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(List.of(parameters));
        request.queryParamMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String near = Nearest.to(name, known)
                            .map(word -> "; did you mean " + word + "?")
                            .orElse("");
                    throw bad("there is no parameter " + name + " here" + near);
                });
    }

    private static ProblemException bad(String detail) {
        return Problem.of(400, detail).exception();
    }
}
