package vorsprung.processor.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;
import vorsprung.settings.Nearest;

/**
 * The query parameters that a route takes. Any other is refused, for it would be without effect; so is one given twice
 * that does not narrow a list.
 *
 * @param names the names
 * @param ofTheWholeList those that say which list it is, and in which order
 */
record Parameters(Set<String> names, Set<String> ofTheWholeList) {
    static final String EXCLUDE_SOURCE = "excludeSource";
    static final String ALLOW_STALE = "allowStale";
    private static final String TIMEOUT = "timeout";

    /** What a cursor does not pin as it was written: it pins the times as they were meant. */
    private static final Set<String> OF_EACH_PAGE = Set.of("asOf", "knownAt", ALLOW_STALE, TIMEOUT, "limit", "cursor");

    /** Of a route that answers for now only. */
    static final Parameters OF_NOW = new Parameters(Set.of(TIMEOUT));

    /** Of a question about one thing. */
    static final Parameters OF_ONE = OF_NOW.and("asOf", "knownAt", EXCLUDE_SOURCE, ALLOW_STALE);

    /** Of a question about a list that comes in pages. */
    static final Parameters OF_LIST = OF_ONE.and("limit", "cursor");

    /** What a list is narrowed by, to one or to several. */
    private static final Set<String> REPEATABLE =
            Set.of(EXCLUDE_SOURCE, "companyId", "modelId", "benchmarkId", "leader", "type");

    private Parameters(Set<String> names) {
        this(Set.copyOf(names), withoutThoseOfEachPage(names));
    }

    /** These and more. */
    Parameters and(String... more) {
        return new Parameters(Stream.concat(names.stream(), Arrays.stream(more)).collect(Collectors.toSet()));
    }

    /** These but for some. */
    Parameters without(String... some) {
        List<String> left = List.of(some);
        return new Parameters(
                names.stream().filter(name -> !left.contains(name)).collect(Collectors.toSet()));
    }

    private static Set<String> withoutThoseOfEachPage(Set<String> names) {
        Set<String> whole = new TreeSet<>(names);
        whole.removeAll(OF_EACH_PAGE);
        return Collections.unmodifiableSet(whole);
    }

    /**
     * Refuses all others.
     *
     * @throws ProblemException with status 400 naming one that there is not, or that was given twice
     */
    void check(Context request) {
        request.queryParamMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                throw unknown(name);
            }
            // Of two times or two limits nobody can tell which one is meant.
            if (values.size() > 1 && !REPEATABLE.contains(name)) {
                throw bad(name + " was given " + values.size() + " times; give it once");
            }
        });
    }

    /**
     * Refuses a parameter without a value, whichever it is: left out and left empty might mean two things.
     *
     * @throws ProblemException with status 400 naming it
     */
    static void checkFilled(Context request) {
        request.queryParamMap().forEach((name, values) -> {
            if (values.stream().anyMatch(String::isBlank)) {
                throw bad(name + " is empty; give it a value, or leave it out");
            }
        });
    }

    private ProblemException unknown(String name) {
        String near = Nearest.to(name, names)
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        return bad("there is no parameter " + name + " here" + near);
    }

    private static ProblemException bad(String detail) {
        return Problem.of(400, detail).exception();
    }
}
