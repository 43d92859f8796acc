package vorsprung.ingest.publish.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.topic.Topic;
import vorsprung.wire.SchemaRegistryException;
import vorsprung.wire.UnknownSchemaException;

/**
 * Reads the one partition of a topic in a thread of its own, from some time on, and hands on each record in order.
 * Whoever needs to have seen all that was committed by now waits with {@link #catchUp}.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final int FIRST_OFFSET = 0;

    private final Topic topic;
    private final TopicPartition partition;
    private final Supplier<Consumer<String, byte[]>> make;
    private final Optional<Long> sinceMs;
    private final Listener listener;
    private final Thread thread;
    private final List<Waiter> waiters = new ArrayList<>();
    private @Nullable Consumer<String, byte[]> consumer;
    private long position = FIRST_OFFSET;
    private volatile boolean complete;
    private volatile boolean closed;

    /** Takes the records, on the follower's thread. */
    @FunctionalInterface
    public interface Listener {
        /** Takes one; what it throws is logged with the record's place, and the next one follows. */
        void accept(ConsumerRecord<String, byte[]> record);
    }

    /** Somebody who waits until an offset, or the end as it will be looked up, has been read. */
    private static final class Waiter {
        final CompletableFuture<Boolean> done = new CompletableFuture<>();
        long target;

        Waiter(long target) {
            this.target = target;
        }
    }

    private static final long LOOK_UP = -1;

    /**
     * Set up, not started.
     *
     * @param make makes a consumer of committed records
     * @param sinceMs record timestamp to begin with, epoch milliseconds; absent for the whole topic
     */
    public TopicFollower(
            Topic topic, Supplier<Consumer<String, byte[]>> make, Optional<Long> sinceMs, Listener listener) {
        this.topic = topic;
        this.partition = new TopicPartition(topic.name(), 0);
        this.make = make;
        this.sinceMs = sinceMs;
        this.listener = listener;
        this.thread = new Thread(this::run, "vorsprung-follows-" + topic.name());
        this.thread.setDaemon(true);
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Why it cannot be relied on yet; empty once the topic has been read to the end that it had at the start. */
    public Optional<String> missing() {
        return complete ? Optional.empty() : Optional.of(topic.name() + " has not been read to its end yet");
    }

    /**
     * Waits until everything committed before this call has been handed on.
     *
     * @throws KafkaUnavailableException when that takes longer than the timeout
     */
    public void catchUp(Duration timeout) {
        await(LOOK_UP, timeout);
    }

    /**
     * Waits until everything before this offset has been handed on.
     *
     * @throws KafkaUnavailableException when that takes longer than the timeout
     */
    public void await(long offset, Duration timeout) {
        Waiter waiter = new Waiter(offset);
        Consumer<String, byte[]> reading;
        synchronized (waiters) {
            waiters.add(waiter);
            reading = consumer;
        }
        if (reading != null) {
            reading.wakeup();
        }
        try {
            waiter.done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new KafkaUnavailableException(
                    topic.name() + " could not be read to its end within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(topic.name() + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException("interrupted while reading " + topic.name(), e);
        } finally {
            forget(waiter);
        }
    }

    private void forget(Waiter waiter) {
        synchronized (waiters) {
            waiters.remove(waiter);
        }
    }

    /** A consumer that has failed is replaced; what it had handed on is not handed on again. */
    private void run() {
        while (!closed) {
            try (Consumer<String, byte[]> opened = make.get()) {
                begin(opened);
                follow(opened);
            } catch (KafkaException e) {
                LOG.warn("{} cannot be read, and is tried again: {}", topic.name(), e.toString());
                pause();
            } finally {
                use(null);
            }
        }
    }

    private void begin(Consumer<String, byte[]> opened) {
        opened.assign(List.of(partition));
        if (complete || position > FIRST_OFFSET) {
            opened.seek(partition, position);
        } else {
            first(opened)
                    .ifPresentOrElse(
                            offset -> opened.seek(partition, offset), () -> opened.seekToBeginning(List.of(partition)));
        }
        use(opened);
    }

    private Optional<Long> first(Consumer<String, byte[]> opened) {
        if (sinceMs.isEmpty()) {
            return Optional.empty();
        }
        @Nullable OffsetAndTimestamp found = undisturbed(
                () -> opened.offsetsForTimes(Map.of(partition, sinceMs.get())).get(partition));
        return Optional.of(found == null ? end(opened) : found.offset());
    }

    private void use(@Nullable Consumer<String, byte[]> opened) {
        synchronized (waiters) {
            consumer = opened;
        }
    }

    private void follow(Consumer<String, byte[]> opened) {
        long firstEnd = end(opened);
        while (!closed) {
            poll(opened);
            position = undisturbed(() -> opened.position(partition));
            if (!complete && position >= firstEnd) {
                complete = true;
                LOG.info("{} is read to its end, offset {}", topic.name(), position);
            }
            serve(opened);
        }
    }

    private void poll(Consumer<String, byte[]> opened) {
        try {
            for (ConsumerRecord<String, byte[]> record : opened.poll(POLL)) {
                position = record.offset();
                handOn(record);
            }
        } catch (WakeupException e) {
            // Somebody waits, or this is the end; both are looked at next.
            LOG.trace("{} woke up", topic.name());
        }
    }

    // One record that cannot be read must not keep the others from being seen. A registry that is away says nothing of
    // the record: it comes again when the registry does, since what is left out is never known.
    private void handOn(ConsumerRecord<String, byte[]> record) {
        try {
            listener.accept(record);
        } catch (UnknownSchemaException e) {
            leaveOut(record, e);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            leaveOut(record, e);
        }
    }

    private void leaveOut(ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        LOG.warn("Offset {} of {} is left out: {}", record.offset(), topic.name(), reason.toString());
    }

    private void serve(Consumer<String, byte[]> opened) {
        List<Waiter> waiting;
        synchronized (waiters) {
            waiting = List.copyOf(waiters);
        }
        if (waiting.stream().anyMatch(waiter -> waiter.target == LOOK_UP)) {
            long end = end(opened);
            waiting.stream().filter(waiter -> waiter.target == LOOK_UP).forEach(waiter -> waiter.target = end);
        }
        waiting.stream().filter(waiter -> position >= waiter.target).forEach(waiter -> waiter.done.complete(true));
    }

    private long end(Consumer<String, byte[]> opened) {
        return undisturbed(() -> opened.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
    }

    /** A wake-up that comes after a poll ends whatever is asked next; it was heard, so that is asked again. */
    private static <T> T undisturbed(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (WakeupException e) {
                LOG.trace("Woke up while asking");
            }
        }
    }

    private void pause() {
        synchronized (waiters) {
            try {
                if (!closed) {
                    waiters.wait(AFTER_FAILURE.toMillis());
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (waiters) {
            if (consumer != null) {
                consumer.wakeup();
            }
            waiters.notifyAll();
        }
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
