package vorsprung.ingest.gateway;

import java.util.List;
import java.util.Optional;
import vorsprung.http.Problem.BadField;
import vorsprung.ingest.intake.Accepted;

/**
 * One line of a stream, checked.
 *
 * @param line counted from 1
 * @param event absent when it is not as it must be
 * @param errors what is wrong with it
 */
record BulkLine(long line, Optional<Accepted> event, List<BadField> errors) {
    BulkLine {
        errors = List.copyOf(errors);
    }

    static BulkLine good(long line, Accepted event) {
        return new BulkLine(line, Optional.of(event), List.of());
    }

    static BulkLine bad(long line, String reason) {
        return bad(line, List.of(new BadField("", reason)));
    }

    static BulkLine bad(long line, List<BadField> errors) {
        return new BulkLine(line, Optional.empty(), errors);
    }

    boolean isGood() {
        return event.isPresent();
    }

    Accepted accepted() {
        return event.orElseThrow();
    }

    List<String> warnings() {
        return accepted().warnings();
    }
}
