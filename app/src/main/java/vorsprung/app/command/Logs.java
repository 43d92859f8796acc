package vorsprung.app.command;

import java.nio.file.Path;

/**
 * Where a command logs to. {@code log4j2.xml} looks these properties up, that of the console before the first logger is
 * made: choose it as the first thing of all.
 */
final class Logs {

    private static final String FILE = "vorsprung.log";
    private static final String CONSOLE = "vorsprung.console";

    private Logs() {}

    /** Logs to {@code logs/vorsprung.log} of a data folder from {@code INFO}, from now on, and returns that file. */
    static Path toFile(Path dataDir) {
        Path file = dataDir.toAbsolutePath().resolve("logs").resolve("vorsprung.log");
        System.setProperty(FILE, file.toString());
        return file;
    }

    /** Shows the life of a role on the console, unless somebody has chosen otherwise. */
    static void chatty() {
        setDefault("INFO");
    }

    /** Shows errors only: for commands that tell themselves what went wrong. */
    static void quiet() {
        setDefault("ERROR");
    }

    /** Shows nothing: for commands that tell themselves how they go on, and log to a file. */
    static void silent() {
        setDefault("OFF");
    }

    private static void setDefault(String level) {
        if (System.getProperty(CONSOLE) == null) {
            System.setProperty(CONSOLE, level);
        }
    }
}
