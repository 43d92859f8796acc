package vorsprung.app.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vorsprung.rule.EventRules;

/** Does this machine's clock agree with the registry's? Reports from ahead of the clock are refused. */
final class ClockCheck {
    private static final String NAME = "clock";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A date in a header has whole seconds. */
    private static final Duration EXACT = Duration.ofSeconds(3);

    private final InstantSource clock;

    ClockCheck(InstantSource clock) {
        this.clock = clock;
    }

    /** By the {@code Date} that the first of the registry's addresses answers with. */
    Finding finding(String addresses) throws InterruptedException {
        try {
            URI address = URI.create(addresses.split(",", -1)[0].strip());
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            HttpResponse<Void> response = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding());
            Optional<String> date = response.headers().firstValue("Date");
            return date.map(this::compared).orElseGet(() -> Finding.skipped(NAME, "the registry tells no time"));
        } catch (IOException | IllegalArgumentException e) {
            return Finding.skipped(NAME, "no registry to compare with");
        }
    }

    private Finding compared(String date) {
        try {
            Duration ahead = Duration.between(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    clock.instant());
            Duration off = ahead.abs();
            String found = off.toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " the registry's";
            if (off.compareTo(EventRules.CLOCK_SKEW) > 0) {
                return Finding.failure(NAME, found, "set the clock by NTP; events from the future are refused");
            }
            return off.compareTo(EXACT) > 0
                    ? Finding.warning(NAME, found, "set the clock by NTP")
                    : Finding.ok(NAME, "agrees with the registry's");
        } catch (DateTimeException e) {
            return Finding.skipped(NAME, "the registry tells no time that can be read: " + date);
        }
    }
}
