package vorsprung.processor.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vorsprung.http.Routes;
import vorsprung.processor.feed.Feed;
import vorsprung.processor.feed.FeedRecord;

/** {@code /v1/changes}: what changed since a time, before and after, and by which report. */
final class ChangesHandler implements Routes {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST = 10_000;
    private static final String NEWEST_FIRST = "-changedAt";
    private static final Comparator<FeedRecord.Changed> OLDEST_FIRST =
            Comparator.comparing(FeedRecord.Changed::changedAt);

    private final Feed feed;

    ChangesHandler(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void addTo(JavalinConfig server) {
        server.routes.get("/v1/changes", this::list);
    }

    private void list(Context request) {
        Asked asked = Asked.of(request, "since", "subject", "sort");
        boolean newestFirst =
                asked.word("sort", List.of("changedAt", NEWEST_FIRST)).equals(NEWEST_FIRST);
        Instant since =
                asked.bound("since").orElseGet(() -> asked.question().knownAt().minus(KEPT));
        List<FeedRecord.Changed> changes =
                feed.changesSince(since, asked.one("subject").orElse(null), MOST);
        List<FeedRecord.Changed> sorted = changes.stream()
                .sorted(newestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST)
                .toList();
        Page page = Page.of(asked, sorted, ChangesHandler::key);
        request.json(page.with(page.items().stream()
                .map(FeedRecord.Changed.class::cast)
                .map(ChangeView::of)
                .toList()));
    }

    private static String key(FeedRecord.Changed change) {
        FeedRecord.Cause cause = change.cause();
        String report = cause == null ? "" : cause.topic() + cause.partition() + '-' + cause.offset();
        return change.changedAt() + change.subject() + '/' + change.figure() + '/' + report;
    }
}
