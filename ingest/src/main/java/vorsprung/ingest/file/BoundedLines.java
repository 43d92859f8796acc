package vorsprung.ingest.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits a stream at its line feeds, holding one line at a time and never more of it than the limit. */
final class BoundedLines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int limit;
    private long position;

    /** One line without its end. */
    static final class Line {
        /** Its first bytes, up to the limit. */
        final byte[] bytes;

        /** Whether there were more, which were skipped. */
        final boolean tooLong;

        private Line(byte[] bytes, boolean tooLong) {
            this.bytes = bytes;
            this.tooLong = tooLong;
        }
    }

    BoundedLines(InputStream in, int limit) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.limit = limit;
    }

    /** Bytes read so far. */
    long position() {
        return position;
    }

    /** The next line; absent at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int next = read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (length++ < limit) {
                line.write(next);
            }
            next = read();
        }
        return Optional.of(new Line(line.toByteArray(), length > limit));
    }

    private int read() throws IOException {
        int next = in.read();
        position += next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
