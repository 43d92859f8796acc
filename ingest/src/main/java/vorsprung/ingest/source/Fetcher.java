package vorsprung.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import vorsprung.ingest.source.Fetched.Validators;

/** Asks an address for its document, once; every wait and the length are bounded. */
final class Fetcher {
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int LONGEST = 64 << 20;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int SERVER_ERRORS = 500;
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NORMAL)
            .build();

    Fetcher(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The document, unless it is as it was when the validators were given.
     *
     * @throws FetchException when it does not come, or not to its end
     */
    Fetched fetch(URI address, Validators validators) throws FetchException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("User-Agent", "vorsprung")
                .header("Accept", "application/json, text/csv, */*;q=0.5");
        if (!validators.etag().isEmpty()) {
            request.header("If-None-Match", validators.etag());
        }
        if (!validators.lastModified().isEmpty()) {
            request.header("If-Modified-Since", validators.lastModified());
        }
        try {
            return answer(address, validators, client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new FetchException(address + " cannot be read: " + e, true, Optional.empty());
        }
    }

    private Fetched answer(URI address, Validators validators, HttpResponse<InputStream> response)
            throws IOException, FetchException {
        try (InputStream body = response.body()) {
            if (response.statusCode() == NOT_MODIFIED) {
                return new Fetched(Optional.empty(), validators);
            }
            if (response.statusCode() != OK) {
                throw refused(address, response);
            }
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new FetchException(address + " has more than " + LONGEST + " bytes", false, Optional.empty());
            }
            return new Fetched(Optional.of(new Document(address, bytes)), validators(response.headers()));
        }
    }

    private FetchException refused(URI address, HttpResponse<InputStream> response) {
        int status = response.statusCode();
        boolean later = status >= SERVER_ERRORS || LATER.contains(status);
        String moved = GONE.contains(status) ? "; if it lies elsewhere now, give that address with --url" : "";
        return new FetchException(address + " answered " + status + moved, later, retryAfter(response.headers()));
    }

    private static Validators validators(HttpHeaders headers) {
        return new Validators(
                headers.firstValue("ETag").orElse(""),
                headers.firstValue("Last-Modified").orElse(""));
    }

    /** Seconds, or a date. */
    private Optional<Duration> retryAfter(HttpHeaders headers) {
        Optional<String> value = headers.firstValue("Retry-After").map(String::strip);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(value.get()))));
        } catch (NumberFormatException e) {
            return until(value.get());
        }
    }

    private Optional<Duration> until(String date) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
