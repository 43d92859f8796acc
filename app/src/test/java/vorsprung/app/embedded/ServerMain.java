package vorsprung.app.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Main class of a {@link ServerProcess}: starts a server, prints its address, and stays until it is killed. */
public final class ServerMain {

    static final String READY = "ready ";

    public enum Kind {
        BROKER,
        REGISTRY
    }

    private ServerMain() {}

    /** Arguments: kind, folder, port. */
    public static void main(String[] args) throws InterruptedException {
        System.out.println(READY + start(Kind.valueOf(args[0]), Path.of(args[1]), Integer.parseInt(args[2])));
        new CountDownLatch(1).await();
    }

    private static String start(Kind kind, Path directory, int port) {
        return switch (kind) {
            case BROKER -> startBroker(directory, port);
            case REGISTRY -> startRegistry(directory, port);
        };
    }

    @SuppressWarnings("resource") // ends with the process
    private static String startBroker(Path directory, int port) {
        EmbeddedBroker broker = new EmbeddedBroker(directory, port);
        broker.start();
        return broker.bootstrapServers();
    }

    @SuppressWarnings("resource") // ends with the process
    private static String startRegistry(Path directory, int port) {
        EmbeddedRegistry registry = new EmbeddedRegistry(directory, port);
        registry.start();
        registry.awaitReady(Duration.ofSeconds(60));
        return registry.url();
    }
}
