package vorsprung.app;

import vorsprung.app.command.Program;

/** The one program; each command is a class of {@code vorsprung.app.command}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Program.commandLine(StandardStreams.surroundings(), args).execute(args));
    }
}
