package vorsprung.app.doctor;

/**
 * What one check found.
 *
 * @param check what was looked at
 * @param found in words
 * @param mend what to do about it; empty when there is nothing to
 */
public record Finding(String check, Health health, String found, String mend) {

    /** How bad it is. */
    public enum Health {
        /** As it must be. */
        OK,
        /** Works, and somebody should look. */
        WARNING,
        /** Does not work. */
        FAILURE,
        /** Could not be looked at, since something else does not work or was not named. */
        SKIPPED
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Health.OK, found, "");
    }

    static Finding warning(String check, String found, String mend) {
        return new Finding(check, Health.WARNING, found, mend);
    }

    static Finding failure(String check, String found, String mend) {
        return new Finding(check, Health.FAILURE, found, mend);
    }

    static Finding skipped(String check, String why) {
        return new Finding(check, Health.SKIPPED, why, "");
    }
}
