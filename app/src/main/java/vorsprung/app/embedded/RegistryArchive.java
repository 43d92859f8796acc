package vorsprung.app.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.stream.Stream;

/**
 * The registry's unpacked archive, as the build lays it out: its runner jar with a folder of libraries, and the jar of
 * {@link RegistryMain}.
 */
record RegistryArchive(Path home) {

    private static final String HOME_PROPERTY = "vorsprung.registry.home";

    /**
     * The archive in the folder that system property {@code vorsprung.registry.home} names.
     *
     * @throws StartException if the property is not set
     */
    static RegistryArchive configured() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new StartException("The schema registry's folder is unknown: system property " + HOME_PROPERTY
                    + " is not set. Start through ./vorsprung, which sets it.");
        }
        return new RegistryArchive(Path.of(home).toAbsolutePath());
    }

    /** The class path of the registry's process; our jar stands last, where an archive of shared classes lets it change. */
    String classPath() {
        return only("apicurio-registry-app-*-runner.jar") + File.pathSeparator + only("vorsprung-registry-main.jar");
    }

    private Path only(String name) {
        PathMatcher matcher = home.getFileSystem().getPathMatcher("glob:" + name);
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .findFirst()
                    .orElseThrow(() -> new StartException(missing(name)));
        } catch (IOException e) {
            throw new StartException(missing(name), e);
        }
    }

    private String missing(String name) {
        return "The schema registry is not in " + home + " (no " + name + "): the build was cut short, build again.";
    }
}
