package vorsprung.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramsTest {

    @TempDir
    private Path folder;

    @Test
    void alertmanagerIsFoundUnderDebiansName() throws IOException {
        Path prometheus = program("prometheus");
        Path alertmanager = program("prometheus-alertmanager");

        assertThat(Programs.find("/nowhere:" + folder)).isEqualTo(new Programs(prometheus, alertmanager));
    }

    @Test
    void oneThatIsMissingIsNamedWithTheWayToGetIt() throws IOException {
        program("prometheus");

        assertThatThrownBy(() -> Programs.find(folder.toString()))
                .isInstanceOf(MissingProgramException.class)
                .hasMessageContaining("Alertmanager is not on the PATH")
                .hasMessageContaining("apt-get install prometheus prometheus-alertmanager");
    }

    private Path program(String name) throws IOException {
        return Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
