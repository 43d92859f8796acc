package vorsprung.ingest.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a place in a file comes to: a report, something that cannot be read, or something left out on purpose. */
public sealed interface Entry permits Entry.Good, Entry.Bad, Entry.Skipped {

    /** Where it stands, counted from 1. */
    long line();

    /**
     * A raw report, which the intake has yet to check.
     *
     * @param remarks what somebody should look at, such as a slip that was left out
     */
    record Good(long line, JsonNode report, List<String> remarks) implements Entry {
        public Good {
            remarks = List.copyOf(remarks);
        }

        /** A report with nothing to remark. */
        public static Good of(long line, JsonNode report) {
            return new Good(line, report, List.of());
        }
    }

    /** Something that cannot be read, and why. */
    record Bad(long line, String reason) implements Entry {}

    /** Something that makes no event, and why; counted by that reason. */
    record Skipped(long line, String reason) implements Entry {}
}
