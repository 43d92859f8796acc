package vorsprung.app.table;

/** How a text is set off on a screen: by escape sequences, or not at all. */
public enum Ink {
    /** Leaves every text as it is: for files, pipes and {@code NO_COLOR}. */
    PLAIN("", "", ""),
    /** The escape sequences that every terminal knows. */
    ANSI("\u001b[1m", "\u001b[2m", "\u001b[0m");

    private final String boldOn;
    private final String dimOn;
    private final String off;

    Ink(String boldOn, String dimOn, String off) {
        this.boldOn = boldOn;
        this.dimOn = dimOn;
        this.off = off;
    }

    /** For what the eye should find first. */
    public String bold(String text) {
        return boldOn + text + off;
    }

    /** For what only frames the rest. */
    public String dim(String text) {
        return dimOn + text + off;
    }
}
