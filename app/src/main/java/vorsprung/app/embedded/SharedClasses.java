package vorsprung.app.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The archive of shared classes that lets the registry's process start in about half the time.
 *
 * <p>The launcher names the folder of archives in system property {@code vorsprung.cds}; without it, or without an
 * archive in it, the start is slower. To make one it needs the names of the classes the registry loads, and asks for
 * them by setting {@code vorsprung.cds.list}.
 */
record SharedClasses(Optional<Path> folder, boolean lists) {

    static SharedClasses configured() {
        return new SharedClasses(
                Optional.ofNullable(System.getProperty("vorsprung.cds")).map(Path::of),
                Boolean.getBoolean("vorsprung.cds.list"));
    }

    /** Options of the java command; the JVM's remarks about an archive that does not fit are switched off. */
    List<String> options() {
        return folder.map(lists ? SharedClasses::listing : SharedClasses::sharing)
                .orElse(List.of());
    }

    private static List<String> listing(Path folder) {
        return List.of("-XX:DumpLoadedClassList=" + folder.resolve("registry.classes"));
    }

    private static List<String> sharing(Path folder) {
        Path archive = folder.resolve("registry.jsa");
        if (!Files.exists(archive)) {
            return List.of();
        }
        // At the address it was made for: moving it takes longer than the rest of the start of a virtual machine.
        return List.of(
                "-XX:SharedArchiveFile=" + archive,
                "-Xshare:auto",
                "-Xlog:disable",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0");
    }
}
