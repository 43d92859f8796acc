package vorsprung.http;

import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** The body of a request, bounded while it is read, plain or gzip. */
public final class Body {
    private static final String GZIP = "gzip";

    /** Most of a refused body that is thrown away before the answer, and the longest time that takes. */
    private static final long MOST_DISCARDED = 64L << 20;

    /** Most memory that is taken because a header says that so much will come. */
    private static final int MOST_AT_A_WORD = 1 << 20;

    private static final long DISCARDING_NANOS = Duration.ofSeconds(5).toNanos();

    private Body() {}

    /**
     * All of it.
     *
     * @throws ProblemException 413 when it is longer than {@code limit} bytes, as sent or decompressed, or decompresses
     *     out of all proportion; 415 for an encoding other than gzip; 400 when the gzip is broken or cut short
     */
    public static byte[] read(Context request, int limit) {
        try (InputStream body = open(request, limit)) {
            return all(body, isGzip(request) ? 0 : request.req().getContentLength());
        } catch (ProblemException e) {
            discard(request);
            throw e;
        } catch (ZipException | EOFException e) {
            throw Problem.of(400, "The body is not readable gzip: " + e.getMessage())
                    .exception();
        } catch (IOException e) {
            throw Problem.of(400, "The body ended before its time").exception();
        }
    }

    /** Into one array where its length is told, beyond which the server lets nothing come. */
    private static byte[] all(InputStream body, int told) throws IOException {
        if (told <= 0 || told > MOST_AT_A_WORD) {
            return body.readAllBytes();
        }
        byte[] bytes = new byte[told];
        int read = body.readNBytes(bytes, 0, told);
        return read == told ? bytes : Arrays.copyOf(bytes, read);
    }

    /**
     * All of it, of any length, read as it comes.
     *
     * @throws ProblemException 415 for an encoding other than gzip; 400 when the gzip does not even begin as one; and
     *     while it is read 413 when it inflates out of all proportion
     */
    public static InputStream stream(Context request) {
        boolean gzip = isGzip(request);
        InputStream sent = request.bodyInputStream();
        try {
            return gzip ? InflatedStream.of(sent) : sent;
        } catch (IOException e) {
            throw Problem.of(400, "The body is not readable gzip: " + e.getMessage())
                    .exception();
        }
    }

    private static InputStream open(Context request, int limit) throws IOException {
        if (request.req().getContentLengthLong() > limit) {
            throw BoundedStream.tooLarge(limit);
        }
        InputStream sent = new BoundedStream(request.bodyInputStream(), limit);
        return isGzip(request) ? new BoundedStream(InflatedStream.of(sent), limit) : sent;
    }

    /** A client that is still sending when the connection ends may never see the answer; so it is let finish, within bounds. */
    private static void discard(Context request) {
        byte[] thrownAway = new byte[1 << 16];
        long began = System.nanoTime();
        try {
            InputStream rest = request.bodyInputStream();
            long left = MOST_DISCARDED;
            while (left > 0 && System.nanoTime() - began < DISCARDING_NANOS) {
                int count = rest.read(thrownAway);
                if (count < 0) {
                    return;
                }
                left -= count;
            }
        } catch (IOException e) {
            // The client has gone, and there is nobody to tell.
        }
    }

    private static boolean isGzip(Context request) {
        String encoding = Optional.ofNullable(request.header("Content-Encoding"))
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!encoding.equals(GZIP) && !encoding.equals("identity")) {
            throw Problem.of(415, "Content-Encoding is \"" + encoding + "\"; expected gzip or none")
                    .exception()
                    .with("Accept-Encoding", GZIP);
        }
        return encoding.equals(GZIP);
    }
}
