package vorsprung.ingest.publish;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is written in one transaction: all of it or, as readers of committed records see it, nothing.
 *
 * @param reports the events
 * @param beside records that go with them
 * @param closing makes one more record of where the events lie, before the transaction is committed
 */
public record Submission(
        List<Report> reports, List<Companion> beside, Optional<Function<List<Published>, Companion>> closing) {
    public Submission {
        reports = List.copyOf(reports);
        beside = List.copyOf(beside);
    }
}
