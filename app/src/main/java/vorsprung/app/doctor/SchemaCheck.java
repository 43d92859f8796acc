package vorsprung.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;
import vorsprung.wire.Compatibility;
import vorsprung.wire.SchemaRegistry;
import vorsprung.wire.SchemaRegistryException;

/** Does the registry answer, and does it know the schemas of this version? */
final class SchemaCheck {
    private static final String REGISTRY = "registry";
    private static final String SCHEMAS = "schemas";
    private static final String CREATE = "vorsprung topics create";

    private final SchemaRegistry registry;

    SchemaCheck(SchemaRegistry registry) {
        this.registry = registry;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<Topic> topics =
                Topics.all().stream().filter(topic -> topic.schema() != null).toList();
        try {
            topics.forEach(topic -> check(topic, findings));
        } catch (SchemaRegistryException e) {
            return List.of(
                    Finding.failure(
                            REGISTRY,
                            String.valueOf(e.getMessage()),
                            "start it, or name another with --registry; credentials go into --config"),
                    Finding.skipped(SCHEMAS, "no registry"));
        }
        findings.add(0, Finding.ok(REGISTRY, "answers at " + registry.location()));
        if (findings.size() == 1) {
            findings.add(Finding.ok(SCHEMAS, topics.size() + " are registered under " + Compatibility.FULL_TRANSITIVE));
        }
        return List.copyOf(findings);
    }

    private void check(Topic topic, List<Finding> findings) {
        if (registry.idOf(topic.subject(), Objects.requireNonNull(topic.schema()))
                .isEmpty()) {
            findings.add(Finding.failure(SCHEMAS, topic.subject() + " lacks the schema of this version", CREATE));
        } else if (!registry.compatibility(topic.subject()).equals(Optional.of(Compatibility.FULL_TRANSITIVE))) {
            findings.add(Finding.warning(
                    SCHEMAS, topic.subject() + " is not held to " + Compatibility.FULL_TRANSITIVE, CREATE));
        }
    }
}
