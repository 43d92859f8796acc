package vorsprung.processor.domain.fact;

/** The order of texts by code point, which is that of their UTF-8 bytes in a store (Java's own order is by UTF-16). */
public final class CodePoints {
    private CodePoints() {}

    /** Compares two texts code point by code point. */
    public static int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Integer.compare(weight(a), weight(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Surrogates stand for code points above all others. */
    private static int weight(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }
}
