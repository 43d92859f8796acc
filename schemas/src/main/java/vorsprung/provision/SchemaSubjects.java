package vorsprung.provision;

import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import vorsprung.topic.Topic;
import vorsprung.wire.Compatibility;
import vorsprung.wire.SchemaRegistry;
import vorsprung.wire.SchemaRegistryException;

/** The subjects of topics in the registry. */
final class SchemaSubjects {
    private static final Compatibility LEVEL = Compatibility.FULL_TRANSITIVE;

    private final SchemaRegistry registry;

    SchemaSubjects(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** Registers the topic's schema unless it is there, then holds its subject to the level. */
    Finding register(Topic topic) {
        try {
            registry.register(topic.subject(), schema(topic));
        } catch (SchemaRegistryException e) {
            // A registry that only its owners may write to is none the worse for it, if they have.
            if (e.isTransient() || isUnregistered(topic)) {
                throw e;
            }
        }
        return hold(topic.subject());
    }

    /** Says what registering would change. */
    Finding check(Topic topic) {
        if (isUnregistered(topic)) {
            return Finding.difference("the schema is not registered under " + topic.subject());
        }
        return registry.compatibility(topic.subject()).equals(Optional.of(LEVEL))
                ? Finding.NOTHING
                : Finding.warning("compatibility of " + topic.subject() + " is not " + LEVEL);
    }

    private Finding hold(String subject) {
        try {
            if (!registry.compatibility(subject).equals(Optional.of(LEVEL))) {
                registry.setCompatibility(subject, LEVEL);
            }
            return Finding.NOTHING;
        } catch (SchemaRegistryException e) {
            if (e.isTransient()) {
                throw e;
            }
            return Finding.warning(
                    "compatibility of " + subject + " could not be set to " + LEVEL + ": " + e.getMessage());
        }
    }

    private boolean isUnregistered(Topic topic) {
        return registry.idOf(topic.subject(), schema(topic)).isEmpty();
    }

    private static Schema schema(Topic topic) {
        return Objects.requireNonNull(topic.schema());
    }
}
