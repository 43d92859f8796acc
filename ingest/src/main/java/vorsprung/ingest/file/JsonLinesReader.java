package vorsprung.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import vorsprung.http.Json;
import vorsprung.ingest.table.Entry;
import vorsprung.ingest.table.EntryReader;

/** Reads JSON Lines: a JSON value on each line, UTF-8; blank lines and a byte order mark are skipped over. */
public final class JsonLinesReader implements EntryReader {
    /** Longest line, in bytes. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BoundedLines lines;
    private long number;

    /**
     * Opens the file.
     *
     * @throws IOException when it cannot be opened
     */
    public JsonLinesReader(ImportFile file) throws IOException {
        this.lines = new BoundedLines(file.content().open(), LONGEST_LINE);
    }

    @Override
    public long position() {
        return lines.position();
    }

    /** The next line that is not blank. */
    @Override
    public Optional<Entry> next() throws IOException {
        Optional<BoundedLines.Line> line = lines.next();
        while (line.isPresent()) {
            number++;
            byte[] bytes = withoutMark(line.get().bytes);
            if (!isBlank(bytes)) {
                return Optional.of(line.get().tooLong ? bad("has more than " + LONGEST_LINE + " bytes") : parse(bytes));
            }
            line = lines.next();
        }
        return Optional.empty();
    }

    private byte[] withoutMark(byte[] bytes) {
        boolean marked = number == 1
                && bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private Entry parse(byte[] bytes) throws IOException {
        try {
            return Entry.Good.of(number, Json.read(bytes));
        } catch (JsonProcessingException e) {
            return bad("is not readable JSON: " + Json.reasonInLine(e));
        } catch (CharConversionException e) {
            return bad("is not UTF-8: " + e.getMessage());
        }
    }

    private Entry bad(String reason) {
        return new Entry.Bad(number, reason);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
