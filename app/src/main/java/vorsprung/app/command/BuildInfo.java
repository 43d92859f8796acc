package vorsprung.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions this program was built from, as the build wrote them into {@code build.properties}. */
record BuildInfo(String version, String kafkaVersion) {

    static BuildInfo read() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("/vorsprung/app/build.properties")) {
            properties.load(Objects.requireNonNull(in, "build.properties is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read build.properties", e);
        }
        return new BuildInfo(properties.getProperty("version", ""), properties.getProperty("kafka.version", ""));
    }
}
