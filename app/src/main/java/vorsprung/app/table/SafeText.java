package vorsprung.app.table;

import java.util.function.IntPredicate;

/** Texts from outside, made harmless: a company's name must not move the cursor, recolour or reorder a line. */
public final class SafeText {

    private static final String REPLACEMENT = "\uFFFD";
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private SafeText() {}

    /** The text on one line, every character that a terminal could take for a command replaced by a visible mark. */
    public static String line(String text) {
        return mapped(text, codePoint -> false);
    }

    /** The same, but lines stay lines. */
    public static String lines(String text) {
        return mapped(text, codePoint -> codePoint == '\n');
    }

    /** JSON text in which such characters are escaped as JSON does, so that it still says the same. */
    public static String json(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        json.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || !isCommand(codePoint)) {
                safe.appendCodePoint(codePoint);
            } else {
                Character.toString(codePoint).chars().forEach(unit -> safe.append(String.format("\\u%04x", unit)));
            }
        });
        return safe.toString();
    }

    private static String mapped(String text, IntPredicate kept) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\t' || (codePoint == '\n' && !kept.test(codePoint))) {
                safe.append(' ');
            } else if (isCommand(codePoint) && !kept.test(codePoint)) {
                safe.append(REPLACEMENT);
            } else {
                safe.appendCodePoint(codePoint);
            }
        });
        return safe.toString();
    }

    /**
     * Controls, marks that change a line's direction, line ends, halves of characters. The two joiners are none: they
     * belong to the spelling of Persian names and of emoji.
     */
    private static boolean isCommand(int codePoint) {
        return codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER && isCommandByType(codePoint);
    }

    private static boolean isCommandByType(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
