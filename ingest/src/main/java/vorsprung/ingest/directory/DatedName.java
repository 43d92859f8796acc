package vorsprung.ingest.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's name that ends with the whole date of a version: {@code gpt-4o-2024-05-13}, {@code claude-3-opus-20240229},
 * {@code GPT-4o (May 2024)}. A date in part ({@code gpt-4-0613}, {@code command-r-08-2024}) is the vendor's way to tell
 * models apart and belongs to the name.
 */
final class DatedName {
    private static final Pattern DAY =
            Pattern.compile("(.*[^\\s_(\\[-])[\\s_-]*[(\\[]?\\s*(\\d{4})-?(\\d{2})-?(\\d{2})\\s*[)\\]]?\\s*");
    private static final Pattern MONTH_IN_BRACKETS = Pattern.compile(
            "(.*\\S)\\s*[(\\[]\\s*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\s+20\\d{2}|\\d{2}-20\\d{2}|20\\d{2}-\\d{2})\\s*[)\\]]\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2099;

    private DatedName() {}

    /** The name without the date; absent when it ends with none. */
    static Optional<String> undated(String name) {
        Matcher day = DAY.matcher(name);
        if (day.matches() && isDay(day.group(2) + day.group(3) + day.group(4))) {
            return Optional.of(day.group(1));
        }
        Matcher month = MONTH_IN_BRACKETS.matcher(name);
        return month.matches() ? Optional.of(month.group(1)) : Optional.empty();
    }

    private static boolean isDay(String digits) {
        try {
            int year = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
