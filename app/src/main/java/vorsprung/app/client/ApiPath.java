package vorsprung.app.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Path and query of a request, encoded: whatever is in an id, it stays within its segment. Immutable. */
public final class ApiPath {

    private final String path;
    private final String query;

    private ApiPath(String path, String query) {
        this.path = path;
        this.query = query;
    }

    /** The path of these segments, each given as it is meant. */
    public static ApiPath of(String first, String... others) {
        return new ApiPath(
                Stream.concat(Stream.of(first), Arrays.stream(others))
                        .map(segment -> "/" + encoded(segment))
                        .collect(Collectors.joining()),
                "");
    }

    /** This path with a parameter more. */
    public ApiPath with(String name, String value) {
        String parameter = encoded(name) + "=" + encoded(value);
        return new ApiPath(path, query.isEmpty() ? parameter : query + "&" + parameter);
    }

    /** This path with a parameter more, if there is a value for it. */
    public ApiPath with(String name, Optional<String> value) {
        return value.map(present -> with(name, present)).orElse(this);
    }

    /** This path with a parameter for each value. */
    public ApiPath withEach(String name, List<String> values) {
        ApiPath path = this;
        for (String value : values) {
            path = path.with(name, value);
        }
        return path;
    }

    /** As it stands in a request. */
    public String encoded() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
        return encoded();
    }

    /** Form encoding, but for the blank, which a path writes otherwise. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
