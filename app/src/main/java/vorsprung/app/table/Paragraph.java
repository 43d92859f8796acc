package vorsprung.app.table;

import java.util.ArrayList;
import java.util.List;

/** A sentence or two, broken into lines that fit a screen. */
public final class Paragraph {

    private static final int WIDEST = 100;
    private static final String INDENT = "  ";

    private Paragraph() {}

    /** The lines of a text; a word that is longer than a line has one of its own. */
    public static List<String> layout(String text, Screen screen) {
        int width = Math.min(WIDEST, screen.width().orElse(WIDEST));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : SafeText.line(text).strip().split(" +", -1)) {
            boolean isFirst = line.length() == INDENT.length();
            if (!isFirst && Glyphs.width(line.toString()) + 1 + Glyphs.width(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT);
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
