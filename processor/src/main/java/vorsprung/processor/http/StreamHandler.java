package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
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
final class StreamHandler implements Routes {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_CLIENTS = 100;
    private static final Set<String> TYPES = Set.of("change", "signal", "company", "benchmark", "model");

    private final Feed feed;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);

    StreamHandler(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.before("/v1/stream", StreamHandler::check);
        server.routes.sse("/v1/stream", this::stream);
    }

    private static void check(Context request) {
        Asked.of(request, "types");
        types(request);
    }

    private void stream(SseClient client) {
        if (!places.tryAcquire()) {
            client.sendEvent("error", "there are " + MOST_CLIENTS + " clients already; try again later");
            client.close();
            return;
        }
        try {
            Set<String> types = types(client.ctx());
            feed.open(lastEventId(client.ctx()))
                    .ifPresentOrElse(
                            opened -> follow(client, opened, types),
                            () -> client.sendEvent("error", "Last-Event-ID is not one that this stream gave"));
        } finally {
            places.release();
            client.close();
        }
    }

    private static void follow(SseClient client, Feed.Opened opened, Set<String> types) {
        try (FeedReader reader = opened.reader()) {
            client.sendComment("following");
            send(client, opened.gaps(), types);
            while (!client.terminated() && !Thread.currentThread().isInterrupted()) {
                List<Read> read = reader.poll(POLL);
                if (read.isEmpty()) {
                    client.sendComment("still here");
                }
                send(client, read, types);
            }
        }
    }

    private static void send(SseClient client, List<Read> read, Set<String> types) {
        for (Read each : read) {
            if (isWanted(each.record(), types)) {
                client.sendEvent(each.record().kind(), view(each.record()), each.id());
            }
        }
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
        Set<String> types = new HashSet<>(text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(",")));
        if (!TYPES.containsAll(types)) {
            throw Problem.of(400, "types must be of " + TYPES + ", found \"" + text + "\"")
                    .exception();
        }
        return types;
    }
}
