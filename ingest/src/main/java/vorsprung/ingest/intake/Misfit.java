package vorsprung.ingest.intake;

/** A value that does not fit its field; caught where the field's name is known. */
final class Misfit extends Exception {
    private final String reason;

    Misfit(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What was expected and what was found. */
    String reason() {
        return reason;
    }

    /** A value of another kind than was expected. */
    static Misfit expected(String what, Object found) {
        return new Misfit("expected " + what + ", found " + shortened(found));
    }

    static String shortened(Object found) {
        String text = found.toString();
        int end = text.offsetByCodePoints(0, Math.min(80, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
