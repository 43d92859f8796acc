package vorsprung.ingest.gateway;

import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vorsprung.http.Body;
import vorsprung.http.Lines;
import vorsprung.http.Problem;
import vorsprung.http.ProblemException;

/**
 * Events as lines, of any number: read, checked and published a chunk at a time while the answer is written. The next
 * chunk is read when the last one is acknowledged and its results are taken, so that memory stays bounded and whoever
 * is slower sets the pace.
 */
final class BulkHandler {
    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Logger LOG = LoggerFactory.getLogger(BulkHandler.class);

    /** A chunk, and one line more, is what a stream holds in memory. */
    private static final int MOST_LINES = 500;

    private static final int MOST_BYTES = 1 << 20;

    /** Bounds the memory of all streams together. */
    private static final int MOST_STREAMS = 32;

    private static final String RETRY_AFTER_SECONDS = "5";

    private final Gateway gateway;
    private final int maxLineBytes;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);

    BulkHandler(Gateway gateway, int maxLineBytes) {
        this.gateway = gateway;
        this.maxLineBytes = maxLineBytes;
    }

    void answer(Context http, Request request) {
        if (request.key().isPresent()) {
            throw Problem.of(
                            400,
                            "A stream of lines takes no Idempotency-Key; give each line a recordedAt, and a repeat of it"
                                    + " counts once")
                    .exception();
        }
        gateway.checkKafka();
        if (!streams.tryAcquire()) {
            throw Problem.of(429, MOST_STREAMS + " streams of lines are being read already")
                    .exception()
                    .with("Retry-After", RETRY_AFTER_SECONDS);
        }
        try (InputStream body = Body.stream(http)) {
            copy(http, request, body);
        } catch (IOException e) {
            LOG.debug("A client went away in the middle of its lines", e);
        } finally {
            streams.release();
        }
    }

    private void copy(Context http, Request request, InputStream body) throws IOException {
        http.status(200).contentType(MEDIA_TYPE).header("Cache-Control", "no-store");
        ResultLines results = new ResultLines(http.res().getOutputStream(), wantsFailuresOnly(http));
        Bulk bulk = new Bulk(gateway, request, results);
        Optional<String> broken = readAll(new Lines(body, maxLineBytes), bulk);
        if (broken.isPresent()) {
            bulk.broken(broken.get());
        }
        results.summary();
    }

    /** The status has been sent, so what is wrong with the body from here on is told as a line. */
    private Optional<String> readAll(Lines lines, Bulk bulk) throws IOException {
        try {
            List<Lines.Line> chunk = chunk(lines);
            while (!chunk.isEmpty()) {
                bulk.take(chunk);
                chunk = chunk(lines);
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem().detail());
        } catch (ZipException | EOFException e) {
            return Optional.of("The body is not readable gzip: " + e.getMessage());
        }
    }

    /** As many lines as have arrived, at least one; none at the end. */
    private static List<Lines.Line> chunk(Lines lines) throws IOException {
        List<Lines.Line> chunk = new ArrayList<>();
        int bytes = 0;
        do {
            Optional<Lines.Line> line = lines.next();
            if (line.isEmpty()) {
                return chunk;
            }
            chunk.add(line.get());
            bytes += line.get().bytes().length;
        } while (chunk.size() < MOST_LINES && bytes < MOST_BYTES && lines.hasMoreNow());
        return chunk;
    }

    private static boolean wantsFailuresOnly(Context http) {
        return Optional.ofNullable(http.header("Prefer"))
                .filter(wish -> wish.replace(" ", "").contains("return=minimal"))
                .isPresent();
    }
}
