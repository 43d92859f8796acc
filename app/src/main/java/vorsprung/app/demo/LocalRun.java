package vorsprung.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vorsprung.app.runtime.Lifetime;
import vorsprung.ingest.file.ImportListener;
import vorsprung.ingest.file.ImportResult;
import vorsprung.ingest.file.Importer;
import vorsprung.topic.Position;

/** One run of a system in one process, from its start to its stop; with or without the bundled history in it. */
public final class LocalRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final LocalSystem system;
    private final DataFolder folder;
    private final Lifetime lifetime;
    private final Progress progress;

    public LocalRun(LocalSettings settings, Lifetime lifetime, Progress progress) {
        this.system = new LocalSystem(settings);
        this.folder = new DataFolder(settings.dataDir());
        this.lifetime = lifetime;
        this.progress = progress;
    }

    /** What is in the system from the beginning. */
    public enum Content {
        /** Nothing. */
        NOTHING,
        /** The market's history that comes with the program. */
        HISTORY
    }

    /**
     * Starts everything, says where it is reached as soon as all content can be queried, and runs until the life ends.
     *
     * @throws IllegalStateException if a part died
     */
    public void run(Content content, Consumer<Addresses> ready) throws InterruptedException {
        try (system) {
            start(content, ready);
            lifetime.await();
            progress.say("stopping the gateway, the processor, the schema registry and Kafka");
        } finally {
            progress.say("stopped");
        }
    }

    private void start(Content content, Consumer<Addresses> ready) throws InterruptedException {
        progress.say("starting Kafka and the schema registry in " + folder);
        system.startStack();
        if (lifetime.isOver()) {
            return;
        }
        progress.say("creating topics");
        system.createTopics();
        progress.say("starting the processor and the gateway");
        system.startRoles();
        Position position = content == Content.HISTORY ? history() : Position.NOWHERE;
        lifetime.dependOn("the processor", system.processor()::awaitEnd);
        progress.say("waiting until all of it can be queried");
        if (awaitReady(position)) {
            progress.say("ready");
            ready.accept(system.addresses());
        }
    }

    /** Publishes the history unless it is there; where it lies. */
    private Position history() {
        BundledHistory history = BundledHistory.read();
        PublishedHistory published = new PublishedHistory(folder);
        Optional<Position> before = published.position(history.digest());
        if (before.isPresent()) {
            progress.say("the history is there already");
            return before.get();
        }
        Position position = publish(history);
        published.remember(history.digest(), position);
        return position;
    }

    private Position publish(BundledHistory history) {
        try {
            ImportResult result =
                    system.ingest().importer().run(List.of(history.file()), Importer.Mode.LENIENT, ImportListener.NONE);
            if (result.failed() > 0) {
                throw new IllegalStateException("the bundled history has bad lines: " + result.errors());
            }
            progress.say(result.published() + " events of the market's history published");
            return result.position();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled history cannot be read", e);
        }
    }

    /** Whether all of it can be queried, or the life has ended before. */
    private boolean awaitReady(Position position) throws InterruptedException {
        while (!system.processor().reasonsNotReady().isEmpty()
                || !system.processor().await(position, BETWEEN_LOOKS)) {
            if (lifetime.await(BETWEEN_LOOKS)) {
                return false;
            }
        }
        return true;
    }
}
