package vorsprung.app.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Broker and schema registry side by side, sharing one data folder that no other stack may use meanwhile: {@code kafka}
 * and {@code registry} in it are theirs.
 */
public final class EmbeddedStack implements AutoCloseable {

    private static final Duration REGISTRY_START = Duration.ofSeconds(60);

    private final Path dataDir;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private Optional<FolderLock> lock = Optional.empty();

    /** A stack that is not started yet. */
    public EmbeddedStack(StackOptions options) {
        this.dataDir = options.dataDir().toAbsolutePath();
        this.broker = new EmbeddedBroker(dataDir.resolve("kafka"), options.kafkaPort());
        this.registry = new EmbeddedRegistry(dataDir.resolve("registry"), options.registryPort());
    }

    /**
     * Takes the folder, starts both at once and returns when both serve clients. When one cannot start, neither is left
     * running.
     *
     * @throws StartException if the folder is in use, a port is taken or a server fails
     */
    public void start() {
        startBroker();
        awaitRegistry();
    }

    /**
     * The first part of {@link #start}, for who has work that needs only the broker: starts both and returns when the
     * broker serves clients.
     *
     * @throws StartException if the folder is in use, a port is taken or a server fails
     */
    public void startBroker() {
        lock = Optional.of(FolderLock.of(dataDir));
        closingOnFailure(() -> {
            registry.start();
            broker.start();
        });
    }

    /**
     * The second part of {@link #start}: waits until the registry serves clients too.
     *
     * @throws StartException if it fails
     */
    public void awaitRegistry() {
        closingOnFailure(() -> registry.awaitReady(REGISTRY_START));
    }

    /** The broker's {@code bootstrap.servers}; known once started. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The registry's {@code schema.registry.url}; known once started. */
    public String registryUrl() {
        return registry.url();
    }

    /** Stops the registry, then the broker, then gives up the folder. */
    @Override
    public void close() {
        try {
            registry.close();
        } finally {
            closeBroker();
        }
    }

    private void closingOnFailure(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeBroker() {
        try {
            broker.close();
        } finally {
            lock.ifPresent(FolderLock::close);
            lock = Optional.empty();
        }
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
