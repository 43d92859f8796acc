package vorsprung.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody probably meant, for messages. */
public final class Nearest {
    /** More edits than a third of the word are no slip of the pen. */
    private static final int LETTERS_PER_EDIT = 3;

    private static final int LONGEST = 64;

    private Nearest() {}

    /** The candidate closest to the word by edits (first by name among equals); absent when none is close. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int allowed = Math.min(fewest, allowed(wanted, candidate));
            // So many letters more or fewer take as many edits: most candidates need no closer look.
            if (Math.abs(wanted.length() - candidate.length()) <= allowed) {
                int edits = edits(wanted, candidate.toLowerCase(Locale.ROOT));
                boolean nearer = edits < fewest || (nearest != null && candidate.compareTo(nearest) < 0);
                if (edits <= allowed && nearer) {
                    nearest = candidate;
                    fewest = edits;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int allowed(String word, String candidate) {
        return Math.max(word.length(), candidate.length()) / LETTERS_PER_EDIT;
    }

    /** Levenshtein's distance: insertions, deletions and replacements. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
