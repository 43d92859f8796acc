package vorsprung.app.client;

/** The two services of Vorsprung that a command may talk to, and how a person names another address. */
public enum Service {
    /** Answers questions. */
    QUERY_API("query API", "--url", "VORSPRUNG_URL"),
    /** Takes events. */
    GATEWAY("publish gateway", "--gateway", "VORSPRUNG_GATEWAY");

    private final String title;
    private final String option;
    private final String variable;

    Service(String title, String option, String variable) {
        this.title = title;
        this.option = option;
        this.variable = variable;
    }

    /** What it is called in a message. */
    public String title() {
        return title;
    }

    /** The command-line option that moves it. */
    public String option() {
        return option;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return variable;
    }
}
