package vorsprung.app.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vorsprung version}: the versions of the program, of Kafka inside it, and of the Java it runs on. */
@Command(name = "version", description = "Prints the versions of Vorsprung, Kafka and Java.")
public final class VersionCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        BuildInfo build = BuildInfo.read();
        PrintWriter out = spec.commandLine().getOut();
        out.println("vorsprung " + build.version());
        out.println("kafka " + build.kafkaVersion());
        out.println("java " + Runtime.version());
    }
}
