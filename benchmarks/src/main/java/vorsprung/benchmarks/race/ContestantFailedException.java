package vorsprung.benchmarks.race;

/** A contestant did not come to its end; the message names the file that says why. */
public final class ContestantFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContestantFailedException(String message) {
        super(message);
    }
}
