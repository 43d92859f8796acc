package vorsprung.ingest.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import vorsprung.access.Caller;
import vorsprung.access.Scopes;
import vorsprung.ingest.intake.RawReport;
import vorsprung.ingest.publish.Report;

/** Under whose name a report stands. Where tokens are configured, every report has a source that its token allows. */
final class Byline {
    private static final String NAME = "name";

    private Byline() {}

    /** Puts the caller's own source into a report that comes without one, if the caller has one. */
    static RawReport sign(RawReport report, Caller caller) {
        if (caller.source().isEmpty()) {
            return report;
        }
        TextNode own = TextNode.valueOf(caller.source().get());
        Optional<JsonNode> given = report.source();
        if (given.isEmpty()) {
            return report.sign(own);
        }
        return given.get() instanceof ObjectNode source && !source.hasNonNull(NAME)
                ? report.sign(source.deepCopy().set(NAME, own))
                : report;
    }

    /** Why the caller may not publish this report; empty when it may. */
    static Optional<String> refusal(Report report, Caller caller) {
        if (!caller.identified()) {
            return Optional.empty();
        }
        Optional<String> source = report.source();
        if (source.isEmpty()) {
            return Optional.of(withoutSource(caller));
        }
        String scope = Scopes.publishing(source.get());
        return caller.scopes().allow(scope)
                ? Optional.empty()
                : Optional.of("token " + caller.name() + " lacks the scope " + scope + "; it has: " + caller.scopes());
    }

    private static String withoutSource(Caller caller) {
        return caller.scopes().allowPublishing()
                ? "is required, since token " + caller.name() + " has no source of its own; it has: " + caller.scopes()
                : "token " + caller.name() + " lacks a scope publish:<source>, which a report needs; it has: "
                        + caller.scopes();
    }
}
