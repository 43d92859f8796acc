package vorsprung.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a body, one at a time and never more of one than the limit. */
public final class Lines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final BufferedInputStream in;
    private final int limit;
    private long number;

    /**
     * One line without its end.
     *
     * @param number counted from 1
     * @param bytes up to the limit
     * @param tooLong whether there were more, which were skipped
     */
    // Handed from the reader to one handler, which changes nothing.
    @SuppressWarnings("ArrayRecordComponent")
    public record Line(long number, byte[] bytes, boolean tooLong) {
        /** Whether nothing is on it. */
        public boolean isBlank() {
            if (tooLong) {
                return false;
            }
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Lines of up to so many bytes. */
    public Lines(InputStream in, int limit) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.limit = limit;
    }

    /** The next line; absent at the end. */
    public Optional<Line> next() throws IOException {
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        while (next >= 0 && next != '\n') {
            if (length++ < limit) {
                line.write(next);
            }
            next = in.read();
        }
        number++;
        return Optional.of(new Line(number, line.toByteArray(), length > limit));
    }

    /** Whether more has arrived already, so that to ask for the next line will hardly wait. */
    public boolean hasMoreNow() throws IOException {
        return in.available() > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
