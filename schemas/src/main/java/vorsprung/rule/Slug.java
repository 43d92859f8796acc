package vorsprung.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ids made from names: lower case, every run of characters other than a–z and 0–9 is one hyphen, none at the ends. */
public final class Slug {
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Slug() {}

    /** The slug of a name ({@code "GPT-3.5 Turbo"} gives {@code gpt-3-5-turbo}); empty when nothing of it remains. */
    public static String of(String name) {
        String hyphenated = OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        return ENDS.matcher(hyphenated).replaceAll("");
    }

    /** Whether the text is a slug already, and not empty. */
    public static boolean isSlug(String text) {
        return !text.isEmpty() && text.equals(of(text));
    }

    /** Whether the text is {@code companySlug/modelSlug}. */
    public static boolean isModelId(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isSlug(text.substring(0, slash)) && isSlug(text.substring(slash + 1));
    }
}
