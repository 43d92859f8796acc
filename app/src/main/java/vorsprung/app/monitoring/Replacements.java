package vorsprung.app.monitoring;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a configuration of one's own of a shipped one. */
final class Replacements {

    private Replacements() {}

    /**
     * The text with each of these replaced, all in one go.
     *
     * @throws IllegalStateException if one does not occur, for then the shipped file is not what we take it for
     */
    static String in(String text, Map<String, String> replacements) {
        replacements.keySet().forEach(old -> {
            if (!text.contains(old)) {
                throw new IllegalStateException("the configuration has no \"" + old + "\" to replace");
            }
        });
        if (replacements.isEmpty()) {
            return text;
        }
        Pattern any = Pattern.compile(
                replacements.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return any.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(replacements.getOrDefault(found.group(), found.group())));
    }
}
