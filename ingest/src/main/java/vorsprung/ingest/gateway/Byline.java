package vorsprung.ingest.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import vorsprung.access.Caller;
import vorsprung.access.Scopes;
import vorsprung.ingest.publish.Report;

/** Under whose name a report stands. Where tokens are configured, every report has a source that its token allows. */
final class Byline {
    private static final String SOURCE = "source";
    private static final String NAME = "name";

    private Byline() {}

    /** The report with the caller's own source, if it comes without one and the caller has one. */
    static JsonNode signed(JsonNode report, Caller caller) {
        if (caller.source().isEmpty() || !(report instanceof ObjectNode object)) {
            return report;
        }
        TextNode own = TextNode.valueOf(caller.source().get());
        JsonNode given = object.get(SOURCE);
        if (given == null || given.isNull()) {
            return object.deepCopy().set(SOURCE, own);
        }
        if (given instanceof ObjectNode source && !source.hasNonNull(NAME)) {
            return object.deepCopy().set(SOURCE, source.deepCopy().set(NAME, own));
        }
        return report;
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
