package vorsprung.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which of the paths for operators answer without a token. */
enum Exempt {
    /** None of them. */
    NONE(List.of("/healthz", "/readyz", "/metrics")),
    /** Liveness and readiness. */
    HEALTH(List.of("/metrics")),
    /** Metrics. */
    METRICS(List.of("/healthz", "/readyz")),
    /** All of them. */
    ALL(List.of());

    // Made of constants by List.of, whose type cannot say that it never changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> guarded;

    Exempt(List<String> guarded) {
        this.guarded = guarded;
    }

    /** The paths that need a token all the same. */
    List<String> guarded() {
        return guarded;
    }

    /** The words of the setting. */
    static List<String> words() {
        return Stream.of(values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Exempt named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
