package vorsprung.app.command;

import java.io.InputStream;
import java.util.Map;
import vorsprung.app.table.Screen;

/**
 * What a command finds around it.
 *
 * @param environment environment variables
 * @param in standard input
 * @param answers what standard output goes to
 * @param talk what standard error goes to
 */
public record Surroundings(Map<String, String> environment, InputStream in, Screen answers, Screen talk) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
