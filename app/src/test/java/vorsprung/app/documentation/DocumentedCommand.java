package vorsprung.app.documentation;

/**
 * A command that a page shows.
 *
 * @param line where it begins, counted from one
 * @param text what a reader would type, over several lines where it goes on; without the remark behind it
 * @param exitCode the one that the page speaks of, 0 where it says nothing
 */
record DocumentedCommand(int line, String text, int exitCode) {

    /** Short enough for the name of a test. */
    String title() {
        String first = text.lines().findFirst().orElse("");
        return "line " + line + ": " + first;
    }
}
