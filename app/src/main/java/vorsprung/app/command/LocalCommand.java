package vorsprung.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vorsprung.app.demo.LocalRun.Content;

/** {@code vorsprung local}: the whole system without content, to develop against. */
@Command(
        name = "local",
        description = {
            "Runs the whole system in one process, empty, to develop against, until Ctrl-C.",
            "Data is kept: the next start goes on where this one stopped."
        },
        footer = {"", "Examples:", "  vorsprung local", "  vorsprung local --fresh --kafka-port 19092"})
public final class LocalCommand implements Callable<Integer> {

    @Mixin
    private final LocalOptions options = new LocalOptions();

    @Mixin
    private final WatchOptions watch = new WatchOptions();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Talk talk;

    @Override
    public Integer call() throws InterruptedException {
        new LocalRunning(talk, options, watch).run("local", Content.NOTHING);
        return Exit.OK;
    }
}
