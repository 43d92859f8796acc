package vorsprung.ingest.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vorsprung.access.Caller;
import vorsprung.access.Scopes;
import vorsprung.ingest.publish.Report;
import vorsprung.ingest.publish.journal.Reporters;
import vorsprung.publication.PublicationAction;

/**
 * Who may retract a fact or clear fields of it: with {@code correct:any} everybody, with {@code correct:own} whoever may
 * publish under every source that has reported it so far. A fact that nobody is known to have reported is nobody's own.
 */
final class Corrections {
    private final Reporters reporters;

    Corrections(Reporters reporters) {
        this.reporters = reporters;
    }

    /**
     * Looks at the reports of one request, in their order: what an earlier one reports counts for a later one.
     *
     * @return why each may not be published; empty where it may
     * @throws vorsprung.ingest.publish.KafkaUnavailableException when it cannot be known who reported what
     */
    List<Optional<String>> refusals(List<Report> reports, Caller caller) {
        if (!caller.identified()
                || caller.scopes().allow(Scopes.CORRECT_ANY)
                || reports.stream().noneMatch(Corrections::corrects)) {
            return reports.stream().map(report -> Optional.<String>empty()).toList();
        }
        if (caller.scopes().allow(Scopes.CORRECT_OWN)) {
            reporters.catchUp();
        }
        Map<String, Set<String>> before = new HashMap<>();
        return reports.stream().map(report -> refusal(report, caller, before)).toList();
    }

    private Optional<String> refusal(Report report, Caller caller, Map<String, Set<String>> before) {
        Set<String> sources = before.computeIfAbsent(
                report.key() + "\n" + report.eventId(), fact -> new TreeSet<>(reporters.of(report)));
        Optional<String> refusal = corrects(report) ? refusal(sources, caller) : Optional.empty();
        if (refusal.isEmpty()) {
            sources.add(report.source().orElse(Reporters.WITHOUT_SOURCE));
        }
        return refusal;
    }

    private static boolean corrects(Report report) {
        return Acts.of(report) != PublicationAction.PUBLISHED;
    }

    private static Optional<String> refusal(Set<String> sources, Caller caller) {
        if (!caller.scopes().allow(Scopes.CORRECT_OWN)) {
            return Optional.of(
                    "token " + caller.name() + " lacks the scope correct:own, which retracted and clears need");
        }
        if (sources.isEmpty()) {
            return Optional.of("nobody is known to have reported this fact, so to correct it needs correct:any");
        }
        return sources.stream()
                .filter(source -> !caller.scopes().allow(Scopes.publishing(source)))
                .findFirst()
                .map(other -> other.isEmpty()
                        ? "the fact was also reported without a source, so to correct it needs correct:any"
                        : "the fact was also reported by " + other + ", so to correct it needs correct:any");
    }
}
