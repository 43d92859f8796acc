package vorsprung.ingest.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vorsprung.http.CountedStream;

/**
 * Reads a CSV file: a header, then rows, in UTF-8. Cells may hold line breaks within quotes. Where the header has no
 * comma, a semicolon or a tab between cells is understood.
 */
public final class TableReader implements EntryReader {
    /** Longest row, in characters; beyond, a quote was most likely never closed. */
    static final int LONGEST_ROW = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CountedStream bytes;
    private final RowLimit characters;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final Choice choice;
    private final Findings findings = new Findings();
    private Optional<Table> table = Optional.empty();
    private Map<String, Integer> columns = Map.of();
    private long lineBefore;
    private boolean over;

    /** Chooses the table that a header belongs to. */
    @FunctionalInterface
    public interface Choice {
        /**
         * The table.
         *
         * @throws UnknownTableException when there is none, saying what was looked for
         */
        Table of(List<String> header);
    }

    /**
     * Begins to read.
     *
     * @throws IOException when not even the first character can be read
     */
    public TableReader(InputStream in, Choice choice) throws IOException {
        this.choice = choice;
        this.bytes = new CountedStream(in);
        BufferedReader text = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        char delimiter = delimiter(text);
        this.characters = new RowLimit(text);
        this.parser = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get().parse(characters);
        this.rows = parser.iterator();
    }

    @Override
    public long position() {
        return bytes.count();
    }

    @Override
    public Optional<Entry> next() throws IOException {
        Optional<Entry> found = findings.take();
        while (found.isEmpty() && !over) {
            readOn();
            found = findings.take();
        }
        return found;
    }

    private void readOn() throws IOException {
        try {
            characters.beginRow();
            if (rows.hasNext()) {
                take(rows.next());
            } else {
                end();
            }
        } catch (UncheckedIOException e) {
            giveUp(lineBefore + 1, reason(Objects.requireNonNull(e.getCause())));
        } catch (UnknownTableException e) {
            giveUp(1, String.valueOf(e.getMessage()));
        }
    }

    private void end() {
        over = true;
        if (table.isEmpty()) {
            findings.bad(1, "is empty; expected a header and rows");
        }
        table.ifPresent(known -> known.finish(findings));
    }

    /** Tells what is wrong, but not before what is known of the rows before. */
    private void giveUp(long line, String reason) {
        over = true;
        table.ifPresent(known -> known.finish(findings));
        findings.bad(line, reason);
    }

    private void take(CSVRecord cells) {
        long line = lineBefore + 1;
        lineBefore = parser.getCurrentLineNumber();
        if (table.isEmpty()) {
            begin(cells.toList());
        } else if (cells.size() != columns.size()) {
            findings.bad(line, "has " + cells.size() + " cells, the header has " + columns.size());
        } else {
            read(table.get(), new Row(columns, cells.toList(), line));
        }
    }

    private void begin(List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (indexes.put(names.get(i), i) != null) {
                throw new UnknownTableException("the column \"" + names.get(i) + "\" is there twice");
            }
        }
        columns = indexes;
        table = Optional.of(choice.of(names));
    }

    private void read(Table known, Row row) {
        try {
            known.read(row, findings);
        } catch (BadCellException e) {
            findings.bad(row.line(), String.valueOf(e.getMessage()));
        }
    }

    private static String reason(IOException e) throws IOException {
        if (e instanceof CharacterCodingException) {
            return "is not UTF-8 from here on; nothing after it was read";
        }
        if (e instanceof RowTooLongException || e.getClass().getPackageName().startsWith("org.apache.commons.csv")) {
            return "cannot be read from here on: " + e.getMessage();
        }
        throw e;
    }

    /** A file that is not even UTF-8 at its beginning has one entry, which says so. */
    private char delimiter(BufferedReader text) throws IOException {
        try {
            return begin(text);
        } catch (CharacterCodingException e) {
            over = true;
            findings.bad(1, "is not UTF-8; nothing of it was read");
            return ',';
        }
    }

    /** Skips a byte order mark and looks what stands between the cells of the first line. */
    private static char begin(BufferedReader text) throws IOException {
        text.mark(LONGEST_ROW);
        if (text.read() == BYTE_ORDER_MARK) {
            text.mark(LONGEST_ROW);
        } else {
            text.reset();
        }
        StringBuilder line = new StringBuilder();
        for (int next = text.read(); next >= 0 && next != '\n' && line.length() < LONGEST_ROW - 1; next = text.read()) {
            line.append((char) next);
        }
        text.reset();
        if (line.indexOf(",") >= 0) {
            return ',';
        }
        return line.indexOf("\t") >= 0 ? '\t' : line.indexOf(";") >= 0 ? ';' : ',';
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** A row that does not end. */
    private static final class RowTooLongException extends IOException {
        RowTooLongException() {
            super("a row has more than " + LONGEST_ROW + " characters; a quote may not be closed");
        }
    }

    /** Keeps one row from filling the memory. */
    private static final class RowLimit extends FilterReader {
        private long inRow;

        RowLimit(Reader in) {
            super(in);
        }

        void beginRow() {
            inRow = 0;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(1);
            return next;
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws RowTooLongException {
            inRow += read;
            if (inRow > LONGEST_ROW) {
                throw new RowTooLongException();
            }
        }
    }
}
