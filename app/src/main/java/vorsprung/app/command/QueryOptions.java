package vorsprung.app.command;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vorsprung.app.client.ApiClient;
import vorsprung.app.client.ApiPath;

/** Which query API is asked, and for which times. */
public final class QueryOptions {

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The market as it was then: 2025-03-31, 2025-03, 2025 or an instant. Default: now.")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            description = "Only what had been reported by then, in the same forms. Default: now.")
    private Optional<String> knownAt = Optional.empty();

    /** Asks the query API. */
    ApiClient client() {
        return api.client();
    }

    /** Ends a sentence that says of something that it is not there. */
    String isKnown() {
        return asOf.isPresent() || knownAt.isPresent() ? "is known at that time" : "is known";
    }

    /** The path of these segments below {@code /v1}, asked for the times. */
    ApiPath path(String... segments) {
        return ApiPath.of("v1", segments).with("asOf", asOf).with("knownAt", knownAt);
    }
}
