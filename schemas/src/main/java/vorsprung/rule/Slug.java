package vorsprung.rule;

import java.util.Locale;

/** Ids made from names: lower case, every run of characters other than a–z and 0–9 is one hyphen, none at the ends. */
public final class Slug {
    private static final char HYPHEN = '-';

    private Slug() {}

    /** The slug of a name ({@code "GPT-3.5 Turbo"} gives {@code gpt-3-5-turbo}); empty when nothing of it remains. */
    public static String of(String name) {
        if (isSlug(name)) {
            return name;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char character = lower.charAt(i);
            if (belongs(character)) {
                slug.append(character);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != HYPHEN) {
                slug.append(HYPHEN);
            }
        }
        int length = slug.length();
        boolean ends = length > 0 && slug.charAt(length - 1) == HYPHEN;
        return ends ? slug.substring(0, length - 1) : slug.toString();
    }

    /** Whether the text is a slug already, and not empty. */
    public static boolean isSlug(String text) {
        boolean hyphenated = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean hyphen = character == HYPHEN;
            if (!belongs(character) && (!hyphen || hyphenated)) {
                return false;
            }
            hyphenated = hyphen;
        }
        return !hyphenated;
    }

    /** Whether the text is {@code companySlug/modelSlug}. */
    public static boolean isModelId(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isSlug(text.substring(0, slash)) && isSlug(text.substring(slash + 1));
    }

    private static boolean belongs(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }
}
