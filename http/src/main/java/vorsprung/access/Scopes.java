package vorsprung.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a token allows.
 *
 * <ul>
 *   <li>{@code publish:<source>}: report on any fact under this source name; {@code publish:*} under any
 *   <li>{@code correct:own}: retract, or clear fields of, facts that only sources of its own have reported
 *   <li>{@code correct:any}: the same for every fact
 *   <li>{@code query}: ask the query API, and read health and metrics
 *   <li>{@code admin}: everything
 * </ul>
 *
 * @param texts the scopes as written, in order
 */
public record Scopes(Set<String> texts) {
    /** Everything is allowed. */
    public static final String ADMIN = "admin";
    /** Questions are allowed. */
    public static final String QUERY = "query";
    /** Corrections of what only its own sources reported are allowed. */
    public static final String CORRECT_OWN = "correct:own";
    /** Corrections of everything are allowed. */
    public static final String CORRECT_ANY = "correct:any";
    /** Starts the scope that allows to report under a source name. */
    public static final String PUBLISH = "publish:";

    private static final String ANY_SOURCE = PUBLISH + "*";
    private static final Set<String> WORDS = Set.of(ADMIN, QUERY, CORRECT_OWN, CORRECT_ANY);
    private static final int LONGEST = 300;

    public Scopes {
        texts = Set.copyOf(texts);
    }

    /** Everything. */
    public static Scopes all() {
        return new Scopes(Set.of(ADMIN));
    }

    /**
     * The scopes written so.
     *
     * @throws IllegalArgumentException naming one that does not exist, and those that do
     */
    public static Scopes of(Collection<String> texts) {
        for (String text : texts) {
            if (!isScope(text)) {
                throw new IllegalArgumentException("there is no scope \"" + text
                        + "\"; there are publish:<source>, publish:*, correct:own, correct:any, query, admin");
            }
        }
        return new Scopes(Set.copyOf(texts));
    }

    private static boolean isScope(String text) {
        boolean source = text.startsWith(PUBLISH)
                && text.length() > PUBLISH.length()
                && text.length() <= LONGEST
                && text.substring(PUBLISH.length())
                        .equals(text.substring(PUBLISH.length()).strip())
                && text.chars().noneMatch(Character::isISOControl);
        return source || WORDS.contains(text);
    }

    /** Whether this scope, or one that includes it, is among them. */
    public boolean allow(String scope) {
        return texts.contains(scope)
                || texts.contains(ADMIN)
                || (scope.startsWith(PUBLISH) && texts.contains(ANY_SOURCE))
                || (scope.equals(CORRECT_OWN) && texts.contains(CORRECT_ANY));
    }

    /** Whether there is any source name that may be reported under. */
    public boolean allowPublishing() {
        return texts.contains(ADMIN) || texts.stream().anyMatch(text -> text.startsWith(PUBLISH));
    }

    /** The scope that publishing under a source name needs. */
    public static String publishing(String source) {
        return PUBLISH + source;
    }

    /** The one source that may be published under; absent when there are several or none. */
    public Optional<String> onlySource() {
        Set<String> sources = new TreeSet<>(texts);
        sources.removeIf(text -> !text.startsWith(PUBLISH) || text.equals(ANY_SOURCE));
        return sources.size() == 1
                ? Optional.of(sources.iterator().next().substring(PUBLISH.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return String.join(" ", new TreeSet<>(texts));
    }
}
