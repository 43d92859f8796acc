package vorsprung.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.ingest.intake.Accepted;
import vorsprung.ingest.intake.Intake;
import vorsprung.ingest.intake.Outcome;
import vorsprung.ingest.intake.Rejected;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;
import vorsprung.ingest.publish.TextStore;
import vorsprung.ingest.source.Comparison.Difference;

/**
 * Looks at one source, again and again, and publishes what changed since it last looked.
 *
 * <p>What is to be published is kept first, with its times, then published, then kept as published. A crash in between
 * publishes the same reports again, which count once; otherwise a restart repeats nothing. A document is used whole or
 * not at all.
 */
public final class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final Source source;
    private final List<URI> addresses;
    private final Tools tools;
    private final boolean acceptDeletions;
    private Optional<SourceMemory> memory = Optional.empty();

    /**
     * What every watcher works with.
     *
     * @param store where what was said is kept
     */
    public record Tools(
            Intake intake,
            Publisher publisher,
            TextStore store,
            SourceMetrics metrics,
            Pause pause,
            InstantSource clock,
            RandomGenerator random) {}

    /**
     * What one look came to.
     *
     * @param failures what could not be read or published, in words; empty when all went well
     */
    public record Look(long published, long unchanged, Map<String, Long> skipped, List<String> failures) {
        public Look {
            skipped = Map.copyOf(skipped);
            failures = List.copyOf(failures);
        }
    }

    /** Nothing is read or asked yet. */
    public Watcher(Source source, List<URI> addresses, Tools tools, boolean acceptDeletions) {
        this.source = source;
        this.addresses = List.copyOf(addresses);
        this.tools = tools;
        this.acceptDeletions = acceptDeletions;
        tools.metrics().begin(source.name());
    }

    /**
     * Looks at all documents once.
     *
     * @throws vorsprung.ingest.publish.KafkaUnavailableException when Kafka is away; the next look goes on
     */
    public Look look() throws InterruptedException {
        Tally tally = new Tally();
        SourceMemory remembered = memory();
        for (URI address : addresses) {
            publishPending(remembered, address, tally);
            look(remembered, address, tally);
        }
        if (tally.failures.isEmpty()) {
            tools.metrics().succeeded(source.name(), tools.clock().instant());
        }
        tools.metrics().failed(source.name(), tally.failures.size());
        return new Look(tally.published, tally.unchanged, tally.skipped, tally.failures);
    }

    /** What a look has come to so far. */
    private static final class Tally {
        private long published;
        private long unchanged;
        private final Map<String, Long> skipped = new LinkedHashMap<>();
        private final List<String> failures = new ArrayList<>();
    }

    private SourceMemory memory() {
        SourceMemory remembered = memory.orElseGet(() -> new SourceMemory(tools.store(), source.name()));
        memory = Optional.of(remembered);
        return remembered;
    }

    /** What an earlier run meant to publish and may not have. */
    private void publishPending(SourceMemory remembered, URI address, Tally tally) {
        Map<String, Remembered> pending = new LinkedHashMap<>(remembered.statements(address));
        pending.values().removeIf(Remembered::published);
        publish(remembered, address, pending, tally);
    }

    private void look(SourceMemory remembered, URI address, Tally tally) throws InterruptedException {
        Backoff backoff = new Backoff(tools.random());
        for (int tries = 1; ; tries++) {
            try {
                take(remembered, address, tally);
                return;
            } catch (FetchException e) {
                Optional<Duration> wait = backoff.after(tries, e);
                LOG.info(
                        "{}: {}; {}",
                        source.name(),
                        e.getMessage(),
                        wait.map(w -> "again in " + w).orElse("given up"));
                if (wait.isEmpty() || !tools.pause().goesOnAfter(wait.get())) {
                    tally.failures.add(String.valueOf(e.getMessage()));
                    return;
                }
            }
        }
    }

    private void take(SourceMemory remembered, URI address, Tally tally) throws FetchException, InterruptedException {
        Fetched fetched = new Fetcher(tools.clock()).fetch(address, remembered.validators(address));
        Map<String, Remembered> known = remembered.statements(address);
        if (fetched.document().isEmpty()) {
            unchanged(tally, known.size());
            return;
        }
        Instant now = tools.clock().instant();
        Snapshot snapshot = read(fetched.document().get(), now);
        snapshot.skipped().forEach((reason, count) -> tally.skipped.merge(reason, count, Long::sum));
        snapshot.faults().forEach(fault -> tally.failures.add(address + ": " + fault));
        Difference difference = new Comparison(known, now).with(snapshot, acceptDeletions);
        difference.doubt().ifPresent(doubt -> tally.failures.add(address + ": " + doubt));
        unchanged(tally, difference.unchanged());
        remembered.keep(address, difference.changes());
        publish(remembered, address, difference.changes(), tally);
        if (difference.doubt().isEmpty()) {
            remembered.keep(address, fetched.validators());
        }
    }

    private void unchanged(Tally tally, long statements) {
        tally.unchanged += statements;
        tools.metrics().unchanged(source.name(), statements);
    }

    /** A document that is cut short is asked for again, like one that does not come. */
    private Snapshot read(Document document, Instant now) throws FetchException {
        try {
            return source.read(document, now);
        } catch (BrokenDocumentException e) {
            throw new FetchException(String.valueOf(e.getMessage()), true, Optional.empty());
        }
    }

    private void publish(SourceMemory remembered, URI address, Map<String, Remembered> changes, Tally tally) {
        List<CompletableFuture<Published>> sent = new ArrayList<>();
        Map<String, Remembered> done = new LinkedHashMap<>();
        Instant now = tools.clock().instant();
        changes.forEach((key, change) -> {
            Outcome outcome = tools.intake().accept(change.report().deepCopy(), now);
            if (outcome instanceof Accepted accepted) {
                sent.add(tools.publisher().send(new Report(accepted.type(), accepted.event())));
            } else if (outcome instanceof Rejected rejected) {
                tally.failures.add(address + ": " + key + ": " + rejected.errors());
            }
            done.put(key, change.asPublished());
        });
        sent.forEach(Watcher::await);
        tally.published += sent.size();
        tools.metrics().published(source.name(), sent.size());
        if (!done.isEmpty()) {
            remembered.keep(address, done);
        }
    }

    /** The producer's delivery timeout bounds the wait. */
    private static void await(CompletableFuture<Published> sent) {
        try {
            Published unused = sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
