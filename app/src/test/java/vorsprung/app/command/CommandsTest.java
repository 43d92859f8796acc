package vorsprung.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vorsprung.app.table.Screen;

final class CommandsTest {

    private static final Surroundings NOWHERE =
            new Surroundings(Map.of(), InputStream.nullInputStream(), Screen.PIPE, Screen.PIPE);

    @SuppressWarnings("UnusedVariable") // JUnit reads it
    private static final Iterable<String> NAMES = Commands.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void aCommandIsCalledAsItSaysItself(String name) {
        Command described = Commands.type(name).getAnnotation(Command.class);

        assertThat(described.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aCommandReadAloneHelpsAsAmongAll(String name) {
        CommandLine alone = Program.commandLine(NOWHERE, name, "--help");
        CommandLine amongAll = Program.commandLine(NOWHERE);

        assertThat(usage(alone, name)).isEqualTo(usage(amongAll, name));
    }

    @Test
    void aLineThatBeginsWithACommandNeedsNoOther() {
        assertThat(Commands.neededBy("company", "openai", "leads")).containsExactly("company");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "compny", "--verbose company openai", "--help", "help company", "@file"})
    void anyOtherLineNeedsThemAll(String line) {
        assertThat(Commands.neededBy(line.split(" "))).isEqualTo(Commands.NAMES);
    }

    private static String usage(CommandLine program, String name) {
        return Objects.requireNonNull(program.getSubcommands().get(name)).getUsageMessage();
    }
}
