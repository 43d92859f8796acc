package vorsprung.app.table;

/** How many columns characters take on a terminal. */
final class Glyphs {

    private static final String ELLIPSIS = "…";

    private Glyphs() {}

    /** Columns that the text takes. */
    static int width(String text) {
        return text.codePoints().map(Glyphs::width).sum();
    }

    /** The text, cut to the columns with an ellipsis at its end when it is longer. */
    static String fitted(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int left = columns - 1;
        for (int codePoint : text.codePoints().toArray()) {
            left -= width(codePoint);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut.append(ELLIPSIS).toString();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** East Asian scripts and emoji, by their blocks in Unicode. */
    private static boolean isWide(int codePoint) {
        return isWithin(codePoint, 0x1100, 0x115F)
                || isWithin(codePoint, 0x2E80, 0xA4CF)
                || isWithin(codePoint, 0xAC00, 0xD7A3)
                || isWithin(codePoint, 0xF900, 0xFAFF)
                || isWithin(codePoint, 0xFE30, 0xFE6F)
                || isWithin(codePoint, 0xFF00, 0xFF60)
                || isWithin(codePoint, 0xFFE0, 0xFFE6)
                || isWithin(codePoint, 0x1F300, 0x1FAFF)
                || isWithin(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
