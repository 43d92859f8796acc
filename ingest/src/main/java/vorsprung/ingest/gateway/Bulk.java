package vorsprung.ingest.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vorsprung.http.Json;
import vorsprung.http.Lines;
import vorsprung.http.Problem.BadField;
import vorsprung.http.ProblemException;
import vorsprung.ingest.publish.EventTooLargeException;
import vorsprung.ingest.publish.KafkaUnavailableException;
import vorsprung.ingest.publish.Published;

/**
 * One stream of lines. The good lines of a chunk go into one transaction; a bad one keeps no other from being published.
 * Once Kafka is away, the rest is read and told as not tried.
 */
final class Bulk {
    private final Gateway gateway;
    private final Request request;
    private final ResultLines results;
    private Optional<String> gone = Optional.empty();
    private long last;

    Bulk(Gateway gateway, Request request, ResultLines results) {
        this.gateway = gateway;
        this.request = request;
        this.results = results;
    }

    /** Publishes the good lines and tells what became of each. */
    void take(List<Lines.Line> chunk) throws IOException {
        List<BulkLine> lines = new ArrayList<>();
        for (Lines.Line line : chunk) {
            last = line.number();
            if (gone.isPresent() && !line.isBlank()) {
                results.failed(line.number(), gone.get());
            } else if (!line.isBlank()) {
                lines.add(checked(line));
            }
        }
        publish(lines);
        results.flush();
    }

    /** The body itself cannot be read any further. */
    void broken(String reason) throws IOException {
        results.rejected(last + 1, List.of(new BadField("", reason + "; nothing behind it was read")));
    }

    private BulkLine checked(Lines.Line line) {
        if (line.tooLong()) {
            return BulkLine.bad(line.number(), "has more than " + line.bytes().length + " bytes");
        }
        try {
            JsonNode report = Json.parse(line.bytes());
            return gateway.check(request, line.number(), report);
        } catch (ProblemException e) {
            return BulkLine.bad(line.number(), e.problem().detail());
        }
    }

    private void publish(List<BulkLine> lines) throws IOException {
        try {
            List<BulkLine> allowed = gateway.allowed(request, lines);
            List<BulkLine> good = allowed.stream().filter(BulkLine::isGood).toList();
            List<Published> published = good.isEmpty() ? List.of() : gateway.publishLines(request, good);
            tell(allowed, published);
        } catch (EventTooLargeException e) {
            oneByOne(lines, e);
        } catch (KafkaUnavailableException e) {
            gone = Optional.of("not tried, since Kafka went away before: " + e.getMessage());
            failAll(lines, e.getMessage() + "; it may be published all the same, so send it again");
        }
    }

    /** One of them is too large for Kafka, and only that one is to fail. */
    private void oneByOne(List<BulkLine> lines, EventTooLargeException e) throws IOException {
        if (lines.size() == 1) {
            reject(lines.get(0).line(), List.of(new BadField("", String.valueOf(e.getMessage()))));
            return;
        }
        for (BulkLine line : lines) {
            if (gone.isPresent()) {
                fail(line, gone.get());
            } else {
                publish(List.of(line));
            }
        }
    }

    private void tell(List<BulkLine> lines, List<Published> published) throws IOException {
        int next = 0;
        for (BulkLine line : lines) {
            if (line.isGood()) {
                results.done(line.line(), published.get(next++), line.warnings());
            } else {
                reject(line.line(), line.errors());
            }
        }
    }

    private void failAll(List<BulkLine> lines, String reason) throws IOException {
        for (BulkLine line : lines) {
            fail(line, reason);
        }
    }

    private void fail(BulkLine line, String reason) throws IOException {
        if (line.isGood()) {
            gateway.countLines(request, GatewayMetrics.Outcome.UNAVAILABLE, 1);
            results.failed(line.line(), reason);
        } else {
            reject(line.line(), line.errors());
        }
    }

    private void reject(long line, List<BadField> errors) throws IOException {
        gateway.countLines(request, GatewayMetrics.Outcome.REJECTED, 1);
        results.rejected(line, errors);
    }
}
