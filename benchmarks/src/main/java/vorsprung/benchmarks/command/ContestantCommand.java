package vorsprung.benchmarks.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vorsprung.benchmarks.contestant.Assignment;
import vorsprung.benchmarks.contestant.Contestant;

/** What {@code run} starts for each contestant; of no use to people, hence hidden. */
@Command(name = "contestant", hidden = true)
public final class ContestantCommand implements Callable<Integer> {

    @Parameters(index = "0")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private String name;

    @Option(names = "--bootstrap", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private String bootstrap;

    @Option(names = "--events", required = true)
    private long events;

    @Option(names = "--facts", required = true)
    private int facts;

    @Option(names = "--folder", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path folder;

    @Option(names = "--name", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private String run;

    @Mixin
    private ShapeOptions shape = new ShapeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Assignment assignment = new Assignment(bootstrap, events, facts, shape.shape(), folder, run);
        out.println(Contestant.labelled(name).orElseThrow().run(assignment).line());
        out.flush();
        return 0;
    }
}
