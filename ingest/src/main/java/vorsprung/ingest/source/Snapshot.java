package vorsprung.ingest.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vorsprung.ingest.source.Statement.Kind;

/**
 * All that a document says.
 *
 * @param skipped how many of its parts make no event, by reason
 * @param faults parts that could not be read; while there are any, nothing counts as withdrawn
 */
public record Snapshot(List<Statement> statements, Map<String, Long> skipped, List<String> faults) {
    public Snapshot {
        statements = List.copyOf(statements);
        skipped = Map.copyOf(skipped);
        faults = List.copyOf(faults);
    }

    /** A snapshot in the making. Of two statements with one key the first counts. */
    static final class Builder {
        private final Map<String, Statement> statements = new LinkedHashMap<>();
        private final Map<String, Long> skipped = new TreeMap<>();
        private final List<String> faults = new ArrayList<>();

        void add(Kind kind, String key, ObjectNode report) {
            if (statements.putIfAbsent(key, new Statement(key, kind, report)) != null) {
                skip("said twice");
            }
        }

        void skip(String reason) {
            skipped.merge(reason, 1L, Long::sum);
        }

        void fault(String fault) {
            faults.add(fault);
        }

        Snapshot build() {
            return new Snapshot(List.copyOf(statements.values()), skipped, faults);
        }
    }
}
