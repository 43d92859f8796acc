package vorsprung.rule;

/**
 * One field of a report that breaks a rule.
 *
 * @param field JSON name of the field, or empty when the report as a whole is meant
 * @param message what was found, what the rule is, and the way out
 */
public record FieldError(String field, String message) {

    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
