package vorsprung.ingest.file;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many entries of each file are done, with all before them. Entries under way to Kafka may end in any order. */
final class Watermark {
    private final Map<String, FileMark> files = new HashMap<>();

    /** One file's entries, counted from 1. */
    private static final class FileMark {
        private final SortedSet<Long> open = new TreeSet<>();
        private long read;

        long done() {
            return open.isEmpty() ? read : open.first() - 1;
        }
    }

    /** Starts a file whose first entries were done before. */
    synchronized void begin(String file, long done) {
        FileMark mark = new FileMark();
        mark.read = done;
        files.put(file, mark);
    }

    /** This entry is read; it counts as done unless it is sent. */
    synchronized void read(String file, long entry) {
        files.computeIfAbsent(file, name -> new FileMark()).read = entry;
    }

    /** The entry is on its way to Kafka. */
    synchronized void sent(String file, long entry) {
        files.computeIfAbsent(file, name -> new FileMark()).open.add(entry);
    }

    /** Kafka has it, or will never take it. */
    synchronized void settled(String file, long entry) {
        files.computeIfAbsent(file, name -> new FileMark()).open.remove(entry);
    }

    synchronized Map<String, Long> done() {
        Map<String, Long> done = new HashMap<>();
        files.forEach((file, mark) -> done.put(file, mark.done()));
        return done;
    }
}
