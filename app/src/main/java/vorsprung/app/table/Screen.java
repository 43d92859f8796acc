package vorsprung.app.table;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What a command writes its answer on.
 *
 * @param terminal whether a person looks at it; else it is a file or a pipe
 * @param width columns a line may take; absent where there is no limit
 * @param ink how texts are set off
 * @param marks what charts are drawn with
 */
public record Screen(boolean terminal, OptionalInt width, Ink ink, Marks marks) {

    private static final int NARROWEST = 40;

    /** A file or a pipe: no limits and no ink. */
    public static final Screen PIPE = new Screen(false, OptionalInt.empty(), Ink.PLAIN, Marks.ASCII);

    /**
     * A terminal of this width; coloured unless the environment forbids it by {@code NO_COLOR} (not empty) or by a
     * {@code TERM} that is dumb, and drawn on in ASCII unless the locale's characters are UTF-8.
     */
    public static Screen terminal(OptionalInt width, Map<String, String> environment) {
        boolean forbidden = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.getOrDefault("TERM", ""));
        OptionalInt usable = width.isPresent() ? OptionalInt.of(Math.max(width.getAsInt(), NARROWEST)) : width;
        return new Screen(true, usable, forbidden ? Ink.PLAIN : Ink.ANSI, Marks.of(environment));
    }

    /** Whether texts are to be left as they are. */
    public boolean isPlain() {
        return ink == Ink.PLAIN;
    }
}
