package vorsprung.app.command;

/** What a command's exit code says; the table in every {@code --help}. */
public final class Exit {
    /** Done. */
    public static final int OK = 0;
    /** Something given was bad, or part of the work failed. */
    public static final int FAILED = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** There is nothing to show. */
    public static final int NOTHING_FOUND = 3;
    /** A service cannot be reached. */
    public static final int UNREACHABLE = 4;

    private Exit() {}
}
