package vorsprung.app.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import vorsprung.app.embedded.ServerMain;
import vorsprung.app.embedded.ServerProcess;

/** A broker and a registry in processes of their own, which a test may take away for a while. */
final class Servers implements AutoCloseable {

    private final Path folder;
    private final Map<ServerMain.Kind, ServerProcess> running = new EnumMap<>(ServerMain.Kind.class);
    private int markets;

    private Servers(Path folder) {
        this.folder = folder;
    }

    /** Starts both; what they keep, and the state of instances, lies in this folder. */
    static Servers start(Path folder) throws IOException {
        Servers servers = new Servers(folder);
        for (ServerMain.Kind kind : ServerMain.Kind.values()) {
            servers.start(kind, 0);
        }
        return servers;
    }

    private void start(ServerMain.Kind kind, int port) throws IOException {
        running.put(kind, ServerProcess.start(kind, folder.resolve(kind.name()), port));
    }

    String broker() {
        return server(ServerMain.Kind.BROKER).address();
    }

    String registry() {
        return server(ServerMain.Kind.REGISTRY).address();
    }

    /** What lies on the broker. */
    Records records() {
        return new Records(broker());
    }

    /** An application of its own; all of them read the same topics. */
    Market market() {
        try {
            return Market.on(broker(), registry(), Files.createDirectory(folder.resolve("market-" + markets++)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an instance has processed what it has not committed. */
    void awaitOpenTransaction(Market market) {
        String changelog = market.applicationId() + "-reports-by-company-changelog";
        Awaitility.await().atMost(Funding.PATIENCE).until(() -> records().haveOpenTransaction(changelog));
    }

    /** What happens while a server is away. */
    interface Meanwhile {
        void happens() throws Exception;
    }

    /** Kills a server, and starts it again where it was. */
    void without(ServerMain.Kind kind, Meanwhile meanwhile) throws Exception {
        ServerProcess server = server(kind);
        server.kill();
        try {
            meanwhile.happens();
        } finally {
            start(kind, server.port());
        }
    }

    /** Kills a server, and at once starts it again where it was. */
    void again(ServerMain.Kind kind) throws IOException {
        ServerProcess server = server(kind);
        server.kill();
        start(kind, server.port());
    }

    private ServerProcess server(ServerMain.Kind kind) {
        return Objects.requireNonNull(running.get(kind));
    }

    @Override
    public void close() {
        running.values().forEach(ServerProcess::close);
    }
}
