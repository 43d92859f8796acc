package vorsprung.benchmarks.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vorsprung.benchmarks.market.MarketEvents;
import vorsprung.benchmarks.stage.Loader;
import vorsprung.benchmarks.stage.WireEvents;
import vorsprung.wire.SchemaRegistries;

/** {@code benchmarks/load}: publishes an invented market to an existing Kafka. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Publishes generated events straight to the topics of an existing Kafka, for load tests.",
            "They are kept there for ever, as all events are: use a system of its own (./vorsprung local)."
        })
public final class LoadCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Default: ${DEFAULT-VALUE}.")
    private String bootstrap = "127.0.0.1:9092";

    @Option(names = "--registry", paramLabel = "URL", description = "Default: ${DEFAULT-VALUE}.")
    private String registry = "http://127.0.0.1:8081/apis/ccompat/v7";

    @Option(names = "--events", paramLabel = "N", description = "How many. Default: ${DEFAULT-VALUE}.")
    private long events = 200_000;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Most events a second, 0 for no bound. Default: ${DEFAULT-VALUE}.")
    private int rate = 0;

    @Option(
            names = "--corrections",
            paramLabel = "PERCENT",
            description = "How many of a hundred correct an earlier one. Default: ${DEFAULT-VALUE}.")
    private int corrections = 0;

    @Mixin
    private ShapeOptions shape = new ShapeOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        MarketEvents market = new MarketEvents(shape.shape(), events, corrections);
        WireEvents wire = new WireEvents(Map.of(SchemaRegistries.URL, registry));
        long began = System.nanoTime();
        try (Loader loader = new Loader(Map.of("bootstrap.servers", bootstrap))) {
            for (long sent = 0; market.hasNext(); sent++) {
                pace(began, sent);
                loader.send(wire.record(market.next()));
            }
            loader.flush();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d events acknowledged in %s%n", events, Duration.ofNanos(System.nanoTime() - began));
        out.flush();
        return 0;
    }

    /** Waits until so many may have been sent. */
    private void pace(long began, long sent) {
        if (rate <= 0) {
            return;
        }
        long due = began + (long) (sent * NANOS / rate);
        long early = due - System.nanoTime();
        if (early > 0) {
            LockSupport.parkNanos(early);
        }
    }
}
