package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.http.Problem;
import vorsprung.http.Routes;
import vorsprung.processor.feed.Feed;
import vorsprung.processor.feed.FeedReader;
import vorsprung.processor.feed.FeedReader.Read;
import vorsprung.processor.feed.FeedRecord;

/**
 * {@code /v1/stream}: every change and signal as it happens, as server-sent events. Each client has a reader of its
 * own, so a slow one holds back nobody and nothing is kept for it: when it is too slow for the topic, it is told of a
 * gap.
 */
final class StreamHandler implements Routes, AutoCloseable {
    private static final Parameters PARAMETERS = Parameters.OF_NOW.and("types");
    private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_CLIENTS = 100;
    private static final Set<String> TYPES = Set.of("change", "signal", "company", "benchmark", "model");

    private final Feed feed;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);
    private volatile boolean closed;

    StreamHandler(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/stream", this::stream);
    }

    /** Ends all streams soon. */
    @Override
    public void close() {
        closed = true;
    }

    private void stream(Context request) {
        PARAMETERS.check(request);
        Set<String> types = types(request);
        if (request.method().equals(HandlerType.HEAD)) {
            // Nothing that was sent would ever show that the client has gone.
            EventStream.announce(request);
            return;
        }
        if (!places.tryAcquire()) {
            throw Problem.of(503, "There are " + MOST_CLIENTS + " clients of this stream already")
                    .exception()
                    .with("Retry-After", "10");
        }
        try {
            FeedReader opened = feed.open(lastEventId(request))
                    .orElseThrow(() -> Problem.of(400, "Last-Event-ID is not one that this stream gave")
                            .exception());
            follow(request, opened, types);
        } finally {
            places.release();
        }
    }

    private void follow(Context request, FeedReader opened, Set<String> types) {
        try (FeedReader reader = opened;
                EventStream stream = EventStream.to(request)) {
            stream.comment("following");
            stream.id(reader.id());
            while (!closed && !Thread.currentThread().isInterrupted()) {
                List<Read> read = reader.poll(POLL);
                if (read.isEmpty()) {
                    stream.comment("still here");
                }
                send(stream, read, types);
            }
        } catch (IOException e) {
            LOG.debug("A client of the stream went away", e);
        }
    }

    private static void send(EventStream stream, List<Read> read, Set<String> types) throws IOException {
        for (Read each : read) {
            if (isWanted(each.record(), types)) {
                stream.event(each.record().kind(), each.id(), view(each.record()));
            }
        }
        stream.flush();
    }

    private static boolean isWanted(FeedRecord record, Set<String> types) {
        boolean ofKind = types.isEmpty() || types.contains(record.kind());
        boolean ofSubject = record instanceof FeedRecord.Changed change && types.contains(change.subjectType());
        return ofKind || ofSubject || record instanceof FeedRecord.Gap;
    }

    private static Object view(FeedRecord record) {
        return record instanceof FeedRecord.Changed change ? ChangeView.of(change) : record;
    }

    private static @Nullable String lastEventId(Context request) {
        String header = request.header("Last-Event-ID");
        return header == null || header.isEmpty() ? null : header;
    }

    private static Set<String> types(Context request) {
        String text = request.queryParam("types");
        Set<String> types = new HashSet<>(text == null ? List.of() : Arrays.asList(text.split(",", -1)));
        if (!TYPES.containsAll(types)) {
            throw Problem.of(400, "types must be of " + TYPES + ", found \"" + text + "\"")
                    .exception();
        }
        return types;
    }
}
