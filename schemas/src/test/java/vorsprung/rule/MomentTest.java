package vorsprung.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vorsprung.event.Precision;

class MomentTest {

    @Property
    void secondsMillisAndDaysAreReadAsJavaWritesThem(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 5_000_000_000_000L) long epochMs) {
        Instant exact = Instant.ofEpochMilli(epochMs);
        Instant second = Instant.ofEpochSecond(Math.floorDiv(epochMs, 1_000L));
        String day = second.atZone(ZoneOffset.UTC).toLocalDate().toString();

        assertThat(Moment.parse(exact.toString())).isEqualTo(new Moment(exact, Precision.INSTANT));
        assertThat(Moment.parse(second.toString())).isEqualTo(new Moment(second, Precision.INSTANT));
        assertThat(Moment.parse(day)).isEqualTo(new Moment(Instant.parse(day + "T00:00:00Z"), Precision.DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-13-01",
                "2025-00-01",
                "2025-03-31T24:00:00Z",
                "2025-03-31T23:60:00Z",
                "2025-03-31T23:59:60Z",
                "2025-02-29T00:00:00Z",
                "2025-13"
            })
    void whatTheCalendarOrTheClockDoesNotHaveIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> Moment.parse(text))
                .withMessageContaining("no date of the calendar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"٢٠٢٥-03-31", "2025/03/31", "2025-3-31", "T", "", "2025-03-31 09:30:00Z", "2025-03-31T"})
    void whatHasNoneOfTheFormsIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> Moment.parse(text))
                .withMessageContaining("expected a time such as");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-31T09:30:00+02:00,2025-03-31T07:30:00Z",
        "2025-03-31T09:30Z,2025-03-31T09:30:00Z",
        "2025-03-31t09:30:00.1239z,2025-03-31T09:30:00.123Z",
        "2024-02-29T00:00:00.000Z,2024-02-29T00:00:00Z"
    })
    void everyFormOfAnInstantIsReadToTheMillisecond(String text, Instant instant) {
        assertThat(Moment.parse(text)).isEqualTo(new Moment(instant, Precision.INSTANT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-31T09:30:00", "2025-03-31 09:30", "2025-03-31t09:30:00.123"})
    void anInstantWithoutAZoneIsRefusedWithTheWayOut(String text) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> Moment.parse(text))
                .withMessage('"' + text + "\" names no time zone; end it with Z for UTC");
    }
}
