package vorsprung.app;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import vorsprung.app.command.Surroundings;
import vorsprung.app.table.Screen;

/** Finds out what the process's standard streams are connected to. */
final class StandardStreams {

    private static final int OUT = 1;
    private static final int ERR = 2;
    private static final String[] TERMINALS = {"/dev/pts/", "/dev/tty"};

    private StandardStreams() {}

    static Surroundings surroundings() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(environment, System.in, screen(OUT, environment), screen(ERR, environment));
    }

    private static Screen screen(int descriptor, Map<String, String> environment) {
        return isTerminal(descriptor) ? Screen.terminal(width(environment), environment) : Screen.PIPE;
    }

    /** Java tells only whether input and output both are terminals; where the system says more, that is asked. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith(TERMINALS[0]) || target.startsWith(TERMINALS[1]);
        } catch (IOException | UnsupportedOperationException | InvalidPathException e) {
            return isConsole();
        }
    }

    /** From JDK 22 on there is always a console, and it can be asked whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // older JDKs tell it no other way
    private static boolean isConsole() {
        Console console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return console != null;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static OptionalInt width(Map<String, String> environment) {
        OptionalInt told = number(environment.getOrDefault("COLUMNS", ""));
        return told.isPresent() ? told : askTerminal();
    }

    /** {@code stty size} answers with lines and columns of the terminal that is its input. */
    private static OptionalInt askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
            return ended ? number(answer.substring(answer.indexOf(' ') + 1)) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
