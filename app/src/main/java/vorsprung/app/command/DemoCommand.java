package vorsprung.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vorsprung.app.demo.LocalRun.Content;

/** {@code vorsprung demo}: the whole system with the market's history in it. */
@Command(
        name = "demo",
        description = {
            "Runs the whole system in one process, with the bundled history of the AI market in it, until Ctrl-C.",
            "Data is kept: the next start goes on where this one stopped."
        },
        footer = {
            "",
            "Examples:",
            "  vorsprung demo",
            "  vorsprung demo --fresh --port 9080",
            "  vorsprung demo --prometheus",
            "  vorsprung demo --data-dir /tmp/demo --port 0 --gateway-port 0 --registry-port 0 --kafka-port 0"
        })
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final LocalOptions options = new LocalOptions();

    @Mixin
    private final WatchOptions watch = new WatchOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Override
    public Integer call() throws InterruptedException {
        new LocalRunning(talk, options, watch).run("demo", Content.HISTORY);
        return Exit.OK;
    }
}
