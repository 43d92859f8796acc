package vorsprung.app.documentation;

/**
 * What was typed into a shell so far, of which only quotes, backslashes and remarks are understood.
 *
 * @param text one line or several
 */
record ShellText(String text) {

    private static final char NONE = 0;

    /** Whether a shell would wait for another line. */
    boolean goesOn() {
        return text.endsWith("\\") || scan().quote != NONE;
    }

    /** Without the remark at its end. */
    String command() {
        return text.substring(0, scan().end).strip();
    }

    /** What stands behind the {@code #}, empty without one. */
    String remark() {
        return text.substring(scan().end);
    }

    private record Scan(char quote, int end) {}

    private Scan scan() {
        char quote = NONE;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && quote != '\'') {
                at++;
            } else if (quote != NONE) {
                quote = c == quote ? NONE : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '#' && at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
                return new Scan(NONE, at);
            }
        }
        return new Scan(quote, text.length());
    }
}
