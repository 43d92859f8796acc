package vorsprung.ingest.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a table has made of its rows and nobody has taken yet, in order. */
public final class Findings {
    private final Deque<Entry> entries = new ArrayDeque<>();

    /** A report of the row on this line. */
    void report(long line, ObjectNode report) {
        entries.add(Entry.Good.of(line, report));
    }

    /** The same with something to look at. */
    void report(long line, ObjectNode report, List<String> remarks) {
        entries.add(new Entry.Good(line, report, remarks));
    }

    /** The row makes no event. */
    void skip(long line, String reason) {
        entries.add(new Entry.Skipped(line, reason));
    }

    /** The row cannot be read. */
    void bad(long line, String reason) {
        entries.add(new Entry.Bad(line, reason));
    }

    Optional<Entry> take() {
        return Optional.ofNullable(entries.poll());
    }
}
