package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vorsprung.http.Routes;
import vorsprung.processor.feed.Feed;

/** {@code /v1/changes}: what changed since a time, before and after, and by which report. */
final class ChangesHandler implements Routes {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String NEWEST_FIRST = "-changedAt";

    /** Changes are read from their topic, which knows no standby, and are those of what all sources say. */
    private static final Parameters PARAMETERS = Parameters.OF_LIST
            .without(Parameters.EXCLUDE_SOURCE, Parameters.ALLOW_STALE)
            .and("since", "subject", "sort");

    private final Feed feed;

    ChangesHandler(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/changes", this::list);
    }

    private void list(Context request) {
        Asked asked = Asked.of(request, PARAMETERS);
        Instant since =
                asked.bound("since").orElseGet(() -> asked.question().knownAt().minus(KEPT));
        ChangePage page = new ChangePage(
                asked.word("sort", List.of("changedAt", NEWEST_FIRST)).equals(NEWEST_FIRST),
                asked.after(key -> key),
                asked.limit());
        Instant until = asked.question().knownAt();
        feed.changesSince(since, asked.one("subject").orElse(null), change -> {
            if (!change.changedAt().isAfter(until)) {
                page.offer(change);
            }
        });
        request.jsonStream(new Page<>(
                asked.question().asOf(),
                asked.question().knownAt(),
                page.items().stream().map(ChangeView::of).toList(),
                page.end().map(asked::nextCursor).orElse(null),
                null));
    }
}
