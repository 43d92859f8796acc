package vorsprung.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import vorsprung.event.Precision;

/**
 * A time as a report or a question writes it: an instant, or a day, month or year, which means its start in UTC.
 *
 * @param at to the millisecond, which is as fine as an event holds
 * @param precision how fine it was written
 */
public record Moment(Instant at, Precision precision) {
    private static final String YEAR = "0000";
    private static final String MONTH = "0000-00";
    private static final String DAY = "0000-00-00";
    private static final String SECOND = "0000-00-00T00:00:00Z";
    private static final String MILLISECOND = "0000-00-00T00:00:00.000Z";

    /** Characters of an instant: a day, a T, and three to thirty more. */
    private static final int SHORTEST = 14;

    private static final int LONGEST = 41;
    private static final Pattern ZONELESS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ][\\d:.]+");
    private static final String FORMS = "a time such as 2025-03-31T09:30:00Z, 2025-03-31, 2025-03 or 2025";

    /**
     * Reads any of the four forms.
     *
     * @throws DateTimeException if the text is none of them, or no date of the calendar; the message says which
     */
    public static Moment parse(String text) {
        Precision form = form(text);
        try {
            return read(text, form);
        } catch (DateTimeException e) {
            throw new DateTimeException(quoted(text) + " is no date of the calendar", e);
        }
    }

    private static Precision form(String text) {
        if (isLike(DAY, text)) {
            return Precision.DAY;
        }
        if (isLike(MONTH, text)) {
            return Precision.MONTH;
        }
        if (isLike(YEAR, text)) {
            return Precision.YEAR;
        }
        if (!text.endsWith("Z") && ZONELESS.matcher(text).matches()) {
            throw new DateTimeException(quoted(text) + " names no time zone; end it with Z for UTC");
        }
        if (!isLikeAnInstant(text)) {
            throw new DateTimeException("expected " + FORMS + ", found " + quoted(text));
        }
        return Precision.INSTANT;
    }

    private static Moment read(String text, Precision form) {
        return switch (form) {
            case DAY -> start(day(text), form);
            case MONTH -> start(YearMonth.parse(text).atDay(1), form);
            case YEAR -> start(Year.parse(text).atDay(1), form);
            case INSTANT, UNKNOWN -> new Moment(instant(text), form);
        };
    }

    // The two forms that nearly every report has neither by regular expressions nor by the parsers of java.time, which
    // took a tenth of the time of taking in an event.
    private static Instant instant(String text) {
        if (isLike(SECOND, text)) {
            return instant(text, 0);
        }
        if (isLike(MILLISECOND, text)) {
            return instant(text, number(text, 20, 23));
        }
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant instant(String text, int millis) {
        LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        return day(text).atTime(time).toInstant(ZoneOffset.UTC).plusMillis(millis);
    }

    private static LocalDate day(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean isLike(String form, String text) {
        return text.length() == form.length() && startsLike(form, text);
    }

    private static boolean isLikeAnInstant(String text) {
        int afterDay = DAY.length();
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && startsLike(DAY, text)
                && (text.charAt(afterDay) == 'T' || text.charAt(afterDay) == 't');
    }

    private static boolean startsLike(String form, String text) {
        for (int i = 0; i < form.length(); i++) {
            char character = text.charAt(i);
            boolean digit = character >= '0' && character <= '9';
            if (form.charAt(i) == '0' ? !digit : character != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Moment start(LocalDate day, Precision precision) {
        return new Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant(), precision);
    }

    /** The same time, taken to be known to this precision only: the start of that day, month or year. */
    public Moment asFineAs(Precision other) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (other) {
            case UNKNOWN -> this;
            case INSTANT -> new Moment(at, other);
            case DAY -> start(day, other);
            case MONTH -> start(day.withDayOfMonth(1), other);
            case YEAR -> start(day.withDayOfYear(1), other);
        };
    }

    /** The last millisecond of it, which is what a day, month or year means in a question. */
    public Instant last() {
        ZonedDateTime start = at.atZone(ZoneOffset.UTC);
        return switch (precision) {
            case DAY -> start.plusDays(1).minus(1, ChronoUnit.MILLIS).toInstant();
            case MONTH -> start.plusMonths(1).minus(1, ChronoUnit.MILLIS).toInstant();
            case YEAR -> start.plusYears(1).minus(1, ChronoUnit.MILLIS).toInstant();
            case INSTANT, UNKNOWN -> at;
        };
    }

    private static String quoted(String text) {
        int end = text.offsetByCodePoints(0, Math.min(80, text.codePointCount(0, text.length())));
        return '"' + text.substring(0, end) + (end < text.length() ? "…" : "") + '"';
    }
}
