package vorsprung.app.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of the registry's process: small and quick to start, on loopback, with durable storage.
 *
 * @param storage path of the database file, without its extension
 * @param port its only listener: the Confluent API and the health checks
 */
record RegistryCommand(RegistryArchive archive, Path storage, int port) {

    private static final String QUARKUS_MAIN = "io.quarkus.runner.GeneratedMain";

    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        words.addAll(SharedClasses.configured().options());
        words.addAll(listener());
        words.addAll(storageOptions());
        words.addAll(List.of("-cp", archive.classPath(), RegistryMain.class.getName(), QUARKUS_MAIN));
        return List.copyOf(words);
    }

    private List<String> listener() {
        return List.of(
                "-Dquarkus.http.host=" + LoopbackPort.HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false");
    }

    private List<String> storageOptions() {
        return List.of(
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=" + databaseUrl(storage),
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2");
    }

    /** Without {@code WRITE_DELAY=0}, H2 acknowledges schemas that a kill -9 then takes back. */
    static String databaseUrl(Path storage) {
        return "jdbc:h2:file:" + storage + ";WRITE_DELAY=0";
    }
}
