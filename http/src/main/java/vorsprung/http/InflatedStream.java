package vorsprung.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Gzip, inflated while it is read; ends with a 413 problem when a little of it becomes out of all proportion much. */
final class InflatedStream extends FilterInputStream {
    /** Events repeat themselves and shrink to a tenth or twentieth; what shrinks so far was made to fill memory. */
    private static final long MOST_RATIO = 200;

    private static final long FREE_BYTES = 1 << 20;

    private final CountedStream sent;
    private long inflated;

    private InflatedStream(CountedStream sent) throws IOException {
        super(new GZIPInputStream(sent));
        this.sent = sent;
    }

    static InflatedStream of(InputStream gzip) throws IOException {
        return new InflatedStream(new CountedStream(gzip));
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int bytes) {
        inflated += bytes;
        if (inflated > FREE_BYTES && inflated > sent.count() * MOST_RATIO) {
            throw Problem.of(413, "The gzip inflates to more than " + MOST_RATIO + " times its size; send it plain")
                    .exception();
        }
    }
}
