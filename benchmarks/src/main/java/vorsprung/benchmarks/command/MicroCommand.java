package vorsprung.benchmarks.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code benchmarks/micro …}: single operations, timed by JMH, whose options these are. */
@Command(name = "micro", description = "Times single operations by JMH; -h lists its options.")
public final class MicroCommand implements Callable<Integer> {

    @Unmatched
    private final List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        org.openjdk.jmh.Main.main(options.toArray(String[]::new));
        return 0;
    }
}
