package vorsprung.processor.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vorsprung.processor.feed.Feed;
import vorsprung.processor.feed.FeedReader;
import vorsprung.processor.feed.FeedRecord;

/** A feed of one partition that a test writes, in which an id is the number of records before it. */
final class FakeFeed implements Feed {
    private static final int AT_ONCE = 200;
    private static final String TOPIC = "market.changes";

    private final Lock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final List<FeedRecord> records = new ArrayList<>();
    private final AtomicInteger readers = new AtomicInteger();
    private final AtomicLong read = new AtomicLong();
    private int expired;
    private @Nullable FeedRecord endless;

    /** Writes a record. */
    void append(FeedRecord record) {
        locked(() -> {
            records.add(record);
            appended.signalAll();
            return null;
        });
    }

    /** Forgets the oldest records, as a topic does. */
    void expire(int count) {
        locked(() -> expired += count);
    }

    /** From now on there is always one more. */
    void repeat(FeedRecord record) {
        locked(() -> {
            endless = record;
            appended.signalAll();
            return null;
        });
    }

    /** How many readers are open. */
    int readers() {
        return readers.get();
    }

    /** How many records all readers have read. */
    long read() {
        return read.get();
    }

    @Override
    public Optional<FeedReader> open(@Nullable String lastEventId) {
        if (lastEventId != null && !lastEventId.matches("\\d+")) {
            return Optional.empty();
        }
        readers.incrementAndGet();
        return Optional.of(
                new Reader(locked(() -> lastEventId == null ? records.size() : Integer.parseInt(lastEventId))));
    }

    @Override
    public void changesSince(Instant since, @Nullable String subject, Consumer<FeedRecord.Changed> taker) {
        List<FeedRecord> all = locked(() -> List.copyOf(records));
        all.stream()
                .filter(FeedRecord.Changed.class::isInstance)
                .map(FeedRecord.Changed.class::cast)
                .filter(change -> !change.changedAt().isBefore(since))
                .filter(change -> subject == null || change.subject().equals(subject))
                .forEach(taker);
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private final class Reader implements FeedReader {
        private int next;

        Reader(int next) {
            this.next = next;
        }

        @Override
        public String id() {
            return Integer.toString(next);
        }

        @Override
        public List<Read> poll(Duration atMost) {
            await(atMost);
            List<Read> found = locked(this::found);
            read.addAndGet(found.size());
            return found;
        }

        @Override
        public void close() {
            readers.decrementAndGet();
        }

        private List<Read> found() {
            List<Read> found = new ArrayList<>();
            if (next < expired) {
                int gone = expired - next;
                next = expired;
                found.add(new Read(new FeedRecord.Gap(TOPIC, 0, gone), id()));
            }
            for (FeedRecord record = record(); record != null && found.size() < AT_ONCE; record = record()) {
                next++;
                found.add(new Read(record, id()));
            }
            return found;
        }

        private @Nullable FeedRecord record() {
            return next < records.size() ? records.get(next) : endless;
        }

        private void await(Duration atMost) {
            lock.lock();
            try {
                long left = atMost.toNanos();
                while (left > 0 && endless == null && next >= records.size() && next >= expired) {
                    left = appended.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        }
    }
}
