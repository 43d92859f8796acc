package vorsprung.app.command;

/** No record of the frontier of a benchmark was set at the time that was asked about. */
final class UnknownRecordException extends RuntimeException {

    UnknownRecordException(String benchmarkId, String at) {
        super("No record of the frontier of \"" + benchmarkId + "\" was set at " + at + "; \"vorsprung leads "
                + benchmarkId + " --records\" lists them.");
    }
}
