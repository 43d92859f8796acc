package vorsprung.app.command;

import java.nio.file.Path;

/** The file a long-running command logs to from {@code INFO}; the console shows warnings only. */
final class LogFile {

    /** The property {@code log4j2.xml} names its file by; until it is set there is none. */
    private static final String PROPERTY = "vorsprung.log";

    private LogFile() {}

    /** Logs to {@code logs/vorsprung.log} of a data folder from now on, and returns that file. */
    static Path in(Path dataDir) {
        Path file = dataDir.toAbsolutePath().resolve("logs").resolve("vorsprung.log");
        System.setProperty(PROPERTY, file.toString());
        return file;
    }
}
