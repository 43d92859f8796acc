package vorsprung.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vorsprung.app.monitoring.MonitoringOptions;
import vorsprung.app.monitoring.Programs;
import vorsprung.app.runtime.Lifetime;
import vorsprung.ingest.file.ImportListener;
import vorsprung.ingest.file.ImportResult;
import vorsprung.ingest.file.Importer;
import vorsprung.processor.Processor;
import vorsprung.topic.Position;

/** One run of a system in one process, from its start to its stop; with or without the bundled history in it. */
public final class LocalRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final LocalSystem system;
    private final DataFolder folder;
    private final Lifetime lifetime;
    private final Progress progress;
    private final Optional<Watch> watch;

    /** {@code watch} is who is to watch it, if anybody. */
    public LocalRun(LocalSettings settings, Lifetime lifetime, Progress progress, Optional<Watch> watch) {
        this.watch = watch;
        this.system = new LocalSystem(settings);
        this.folder = new DataFolder(settings.dataDir());
        this.lifetime = lifetime;
        this.progress = progress;
    }

    /** Prometheus and Alertmanager, and where they listen. */
    public record Watch(Programs programs, MonitoringOptions options) {}

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
     * @throws RuntimeException what kept a part from starting, or what it died of
     */
    public void run(Content content, Consumer<Addresses> ready) throws InterruptedException {
        try (system) {
            start(content, ready);
            lifetime.await();
            progress.say("stopping the gateway, the processor, the schema registry and Kafka");
        } catch (EndedException e) {
            progress.say("stopping what was started");
            lifetime.await();
        } finally {
            progress.say("stopped");
        }
    }

    /** The processor waits for nothing but its topics; schemas and history follow while it starts. */
    private void start(Content content, Consumer<Addresses> ready) throws InterruptedException {
        begin("starting Kafka and the schema registry in " + folder);
        system.startKafka();
        begin("creating topics");
        system.createTopics();
        begin("starting the processor and the gateway");
        system.startRoles();
        begin("registering schemas");
        system.registerSchemas();
        Position position = content == Content.HISTORY ? history() : Position.NOWHERE;
        begin("waiting until all of it can be queried");
        lifetime.dependOn("the processor", system.processor()::awaitEnd);
        awaitReady(position);
        watch.ifPresent(this::startMonitoring);
        progress.say("ready");
        ready.accept(system.addresses());
    }

    private void startMonitoring(Watch watchers) {
        begin("starting Prometheus and Alertmanager");
        system.startMonitoring(watchers.programs(), watchers.options());
    }

    /** The life has ended before everything was started. */
    private static final class EndedException extends RuntimeException {}

    private void begin(String step) {
        if (lifetime.isOver()) {
            throw new EndedException();
        }
        progress.say(step);
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
        begin("publishing the market's history");
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
            progress.say(result.published() + " events acknowledged");
            return result.position();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled history cannot be read", e);
        }
    }

    /** Waits until all of it can be queried, unless the life ends before. */
    private void awaitReady(Position position) throws InterruptedException {
        Processor processor = system.processor();
        while (!processor.reasonsNotReady().isEmpty() || !processor.await(position, BETWEEN_LOOKS)) {
            if (lifetime.await(BETWEEN_LOOKS)) {
                throw new EndedException();
            }
        }
    }
}
