package vorsprung.ingest.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Since when a row of Epoch AI's tables is known: its report date.
 *
 * @param remarks says so where the report date was a slip (0202-07-30) and could not be used
 */
record KnownOn(LocalDate day, List<String> remarks) {
    private static final String COLUMN = "Report date";
    private static final int FIRST_YEAR = 1950;

    KnownOn {
        remarks = List.copyOf(remarks);
    }

    /** The report date, else the day the row is about. */
    static KnownOn of(Row row, LocalDate about) throws BadCellException {
        Optional<LocalDate> reported = row.day(COLUMN);
        if (reported.isPresent() && reported.get().getYear() < FIRST_YEAR) {
            return new KnownOn(
                    about,
                    List.of(COLUMN + " " + reported.get() + " lies before 1950 and is left out; taken as known on "
                            + about));
        }
        return new KnownOn(reported.orElse(about), List.of());
    }

    /** The later of both: a round is not known to have closed before it has. */
    KnownOn notBefore(LocalDate other) {
        return day.isBefore(other) ? new KnownOn(other, remarks) : this;
    }
}
