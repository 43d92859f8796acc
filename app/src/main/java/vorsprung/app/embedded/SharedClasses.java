package vorsprung.app.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The class data archive that lets the registry's process start in about half the time.
 *
 * <p>The launcher names the folder of archives in system property {@code vorsprung.cds}, and asks for their creation by
 * setting {@code vorsprung.cds.create}; without the first there is none, and the start is slower.
 */
record SharedClasses(Optional<Path> archive, boolean creates) {

    static SharedClasses configured() {
        return new SharedClasses(
                Optional.ofNullable(System.getProperty("vorsprung.cds"))
                        .map(folder -> Path.of(folder).resolve("registry.jsa")),
                Boolean.getBoolean("vorsprung.cds.create"));
    }

    /** Options of the java command; the JVM's remarks about an archive that does not fit are switched off. */
    List<String> options() {
        return archive.filter(file -> creates || Files.exists(file))
                .map(file -> List.of(
                        (creates ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + file,
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr"))
                .orElse(List.of());
    }
}
