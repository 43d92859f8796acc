package vorsprung.processor.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a list goes on: it pins what was asked, so that all pages are of one answer.
 *
 * @param asOf valid time of the first page
 * @param knownAt knowledge time of the first page
 * @param list path of the list
 * @param parameters order and filters of the first page: the values of each parameter that was given
 * @param after sort key of the last item so far
 */
record Cursor(Instant asOf, Instant knownAt, String list, SortedMap<String, List<String>> parameters, String after) {
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;

    /** The cursor as a text that fits a URL. */
    String token() {
        String text = String.join(SEPARATOR, asOf.toString(), knownAt.toString(), list, query(), after);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a token; empty when it is none of ours. */
    static Optional<Cursor> parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, PARTS);
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(new Cursor(
                            Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2], parsed(parts[3]), parts[4]));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private String query() {
        return parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> pair(parameter, value)))
                .collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, List<String>> parameter, String value) {
        return parameter.getKey() + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static SortedMap<String, List<String>> parsed(String query) {
        SortedMap<String, List<String>> parameters = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("expected name=value, found " + pair);
            }
            parameters
                    .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
