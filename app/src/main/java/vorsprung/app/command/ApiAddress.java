package vorsprung.app.command;

import picocli.CommandLine.Option;

/** Where the query API is. */
public final class ApiAddress {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:VORSPRUNG_URL:-http://127.0.0.1:8080}",
            description = "The query API. Default: VORSPRUNG_URL, else http://127.0.0.1:8080.")
    private String url = "";

    /** As it was given. */
    String url() {
        return url;
    }
}
