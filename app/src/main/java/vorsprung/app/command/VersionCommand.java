package vorsprung.app.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vorsprung version}: the versions of the program, of Kafka inside it, and of the Java it runs on. */
@Command(name = "version", description = "Prints the versions of Vorsprung, Kafka and Java.")
public final class VersionCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** The same for {@code --version}. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.read();
            return new String[] {
                "vorsprung " + build.version(), "kafka " + build.kafkaVersion(), "java " + Runtime.version()
            };
        }
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (String line : new Versions().getVersion()) {
            out.println(line);
        }
    }
}
