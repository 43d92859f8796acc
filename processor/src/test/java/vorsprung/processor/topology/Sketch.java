package vorsprung.processor.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A report of a subject that is still to be named.
 *
 * @param fact type and eventId of the fact
 * @param recordedAt knowledge time
 * @param event the report, by the subject's id
 */
record Sketch(String fact, Instant recordedAt, Function<String, SpecificRecord> event) {

    /** Another order in which the reports may arrive, some of them twice; those known at once of one fact keep theirs. */
    static List<Sketch> inAnotherOrder(List<Sketch> reports, Random random) {
        List<Sketch> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        Map<String, List<Sketch>> ties = new HashMap<>();
        reports.forEach(report ->
                ties.computeIfAbsent(report.tie(), tie -> new ArrayList<>()).add(report));
        shuffled.replaceAll(
                report -> Objects.requireNonNull(ties.get(report.tie())).remove(0));
        return withDuplicates(shuffled, random);
    }

    private String tie() {
        return fact + ' ' + recordedAt;
    }

    private static List<Sketch> withDuplicates(List<Sketch> reports, Random random) {
        List<Sketch> all = new ArrayList<>(reports);
        for (Sketch report : reports) {
            if (random.nextInt(3) == 0) {
                int after = all.indexOf(report) + 1;
                all.add(after + random.nextInt(all.size() - after + 1), report);
            }
        }
        return all;
    }
}
