package vorsprung.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Some dead letters by their numbers, or all that are open. */
final class DeadLetterChoice {
    @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "Numbers, as list tells them.")
    private List<Long> numbers = List.of();

    @Option(names = "--all-open", description = "All that are open.")
    private boolean allOpen;

    private boolean found = true;

    /** Those chosen; says which there are none of. */
    List<DeadLetterRow> rows(DeadLetterAccess access, Talk talk) {
        if (allOpen) {
            return access.rows().stream()
                    .filter(row -> row.decision().isEmpty())
                    .toList();
        }
        List<DeadLetterRow> rows = new ArrayList<>();
        for (long number : numbers) {
            Optional<DeadLetterRow> row = access.row(number);
            row.ifPresent(rows::add);
            if (row.isEmpty()) {
                talk.say("There is no dead letter " + number + ".");
                found = false;
            }
        }
        return List.copyOf(rows);
    }

    /** Whether each number had a dead letter. */
    boolean found() {
        return found;
    }
}
