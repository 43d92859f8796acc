package vorsprung.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a 413 problem as soon as more than its limit has been read. */
final class BoundedStream extends FilterInputStream {
    private final int limit;
    private long count;

    BoundedStream(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    static ProblemException tooLarge(int limit) {
        return Problem.of(413, "The body has more than " + limit + " bytes; send it in parts")
                .exception();
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

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        count += bytes;
        if (count > limit) {
            throw tooLarge(limit);
        }
    }
}
