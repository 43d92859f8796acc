package vorsprung.processor.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.processor.query.Question;
import vorsprung.rule.Moment;

/**
 * What a request asks: as of when, as known when, which list and which page of it. A cursor stands for all that the first
 * page was asked with; what is asked beside it must not differ.
 */
final class Asked {
    private static final int DEFAULT_LIMIT = 500;
    private static final int GREATEST_LIMIT = 1_000;
    /** An instant with a time zone whose plus did not survive the URL. */
    private static final Pattern LOST_PLUS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt][\\d:.]{2,20} \\d{2}(:?\\d{2})?");

    private final Context request;
    private final Question question;
    private final SortedMap<String, List<String>> parameters;
    private final Optional<Cursor> cursor;

    private Asked(
            Context request, Question question, SortedMap<String, List<String>> parameters, Optional<Cursor> cursor) {
        this.request = request;
        this.question = question;
        this.parameters = parameters;
        this.cursor = cursor;
    }

    /**
     * Reads a request that may carry these parameters.
     *
     * @throws ProblemException with status 400 naming what is wrong
     */
    static Asked of(Context request, Parameters parameters) {
        parameters.check(request);
        SortedMap<String, List<String>> given = given(request, parameters);
        Optional<Cursor> cursor =
                Optional.ofNullable(request.queryParam("cursor")).map(Asked::cursor);
        cursor.ifPresent(pinned -> {
            checkSameList(pinned, request.path(), given);
            checkSameTime("asOf", pinned.asOf(), time(request, "asOf"));
            checkSameTime("knownAt", pinned.knownAt(), time(request, "knownAt"));
        });
        SortedMap<String, List<String>> effective =
                cursor.map(Cursor::parameters).orElse(given);
        Instant now = Instant.now();
        Question question = new Question(
                cursor.map(Cursor::asOf).orElseGet(() -> time(request, "asOf").orElse(now)),
                cursor.map(Cursor::knownAt)
                        .orElseGet(() -> time(request, "knownAt").orElse(now)),
                Set.copyOf(effective.getOrDefault(Parameters.EXCLUDE_SOURCE, List.of())));
        return new Asked(request, question, effective, cursor);
    }

    /** The value of a parameter, as asked or as the cursor pins it; empty when it is absent. */
    Optional<String> one(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The values of a parameter that may be given several times, or several with commas between them. */
    List<String> each(String name) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .toList();
        if (values.contains("")) {
            throw bad(name + " has a comma too many: there is nothing before or behind it");
        }
        return values;
    }

    /** As of when, and as known when. */
    Question question() {
        return question;
    }

    /**
     * When there is nothing, as an answer says it: the times that were asked about and the sources left out, since each of
     * them may be why; now, when there are none.
     */
    String then() {
        String asOf = isGiven("asOf") ? ", as of " + question.asOf() : "";
        String conditions = asOf + knowledge();
        return conditions.isEmpty() ? " now" : conditions.replaceFirst("^,", "");
    }

    /** What of that says which reports count; empty when all do. */
    String knowledge() {
        String knownAt = isGiven("knownAt") ? ", as known at " + question.knownAt() : "";
        SortedSet<String> excluded = new TreeSet<>(question.excludedSources());
        return excluded.isEmpty() ? knownAt : knownAt + ", without the reports of " + String.join(", ", excluded);
    }

    private boolean isGiven(String time) {
        return cursor.isPresent() || request.queryParam(time) != null;
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

    /**
     * The sort key that the page before ended with, if it is a time.
     *
     * @throws ProblemException with status 400 when the cursor is of another list
     */
    Optional<Instant> afterTime() {
        // Whoever made a cursor by hand may have written it finer than any time that there is.
        return after(key -> Instant.parse(key).truncatedTo(ChronoUnit.MILLIS));
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
        return new Cursor(question.asOf(), question.knownAt(), request.path(), parameters, lastKey).token();
    }

    /** One of these words; the first when the parameter is absent. */
    String word(String name, List<String> words) {
        String text = one(name).orElse(words.get(0));
        if (!words.contains(text)) {
            throw bad(name + " must be one of " + String.join(", ", words) + ", found \"" + text + "\"");
        }
        return text;
    }

    /** A bound in time, the start of a day, month or year. */
    Optional<Instant> bound(String name) {
        return moment(name, one(name).orElse(null)).map(Moment::at);
    }

    private static Optional<Instant> time(Context request, String name) {
        return moment(name, request.queryParam(name)).map(Moment::last);
    }

    private static Optional<Moment> moment(String name, @Nullable String text) {
        if (text != null && LOST_PLUS.matcher(text).matches()) {
            throw bad(name + ": \"" + text + "\" has a blank where its time zone begins; in a URL a + is a blank, so"
                    + " write %2B: " + text.replace(" ", "%2B"));
        }
        try {
            return text == null ? Optional.empty() : Optional.of(Moment.parse(text));
        } catch (DateTimeException e) {
            throw bad(name + ": " + e.getMessage());
        }
    }

    private static Cursor cursor(String token) {
        return Cursor.parse(token).orElseThrow(() -> bad("cursor is not one that an answer gave"));
    }

    private static SortedMap<String, List<String>> given(Context request, Parameters parameters) {
        SortedMap<String, List<String>> given = new TreeMap<>();
        parameters.ofTheWholeList().forEach(name -> {
            List<String> values = request.queryParams(name);
            if (!values.isEmpty()) {
                given.put(name, List.copyOf(values));
            }
        });
        return given;
    }

    private static void checkSameList(Cursor pinned, String path, Map<String, List<String>> given) {
        if (!pinned.list().equals(path)) {
            throw bad("cursor is of another list, " + pinned.list() + "; ask for the first page of " + path);
        }
        given.forEach((name, values) -> {
            List<String> before = pinned.parameters().getOrDefault(name, List.of());
            if (!before.equals(values)) {
                throw bad("cursor is of the list "
                        + (before.isEmpty() ? "without " + name : "with " + name + "=" + String.join(", ", before))
                        + ", not with " + name + "=" + String.join(", ", values)
                        + "; leave " + name + " out, or ask for the first page again");
            }
        });
    }

    private static void checkSameTime(String name, Instant pinned, Optional<Instant> given) {
        given.filter(time -> !time.equals(pinned)).ifPresent(time -> {
            throw bad("cursor is of the list with " + name + "=" + pinned + ", not with " + name + "=" + time
                    + "; leave " + name + " out, or ask for the first page again");
        });
    }

    private static ProblemException bad(String detail) {
        return Problem.of(400, detail).exception();
    }
}
