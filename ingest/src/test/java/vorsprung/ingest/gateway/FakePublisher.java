package vorsprung.ingest.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vorsprung.ingest.publish.Published;
import vorsprung.ingest.publish.Publisher;
import vorsprung.ingest.publish.Report;

/** Keeps in memory what is published, or fails as told. */
final class FakePublisher implements Publisher {
    final List<Report> reports = new ArrayList<>();

    @Nullable RuntimeException failure;

    /** Whether a failing publish has written all the same, as when only the acknowledgement is lost. */
    boolean writesThoughFailing;

    @Override
    public synchronized CompletableFuture<Published> send(Report report) {
        return CompletableFuture.completedFuture(publishAll(List.of(report)).get(0));
    }

    @Override
    public synchronized List<Published> publishAll(List<Report> batch) {
        if (failure != null && !writesThoughFailing) {
            throw failure;
        }
        List<Published> published = batch.stream().map(this::write).toList();
        if (failure != null) {
            throw failure;
        }
        return published;
    }

    private Published write(Report report) {
        reports.add(report);
        return new Published(report.eventId(), report.type().topic(), 1, reports.size() - 1L);
    }
}
