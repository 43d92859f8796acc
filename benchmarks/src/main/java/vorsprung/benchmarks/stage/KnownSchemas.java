package vorsprung.benchmarks.stage;

import java.util.Map;
import vorsprung.topic.Topic;
import vorsprung.topic.Topics;
import vorsprung.wire.MemorySchemaRegistry;
import vorsprung.wire.SchemaRegistries;

/**
 * A registry in memory that gives every schema the same id in every process: each registers all of them, in one order.
 * So the registry's answers are no part of what is measured.
 */
public final class KnownSchemas {
    private static final String SCOPE = "benchmarks";

    private KnownSchemas() {}

    /** Settings that name this registry. */
    public static Map<String, String> settings() {
        registry();
        return Map.of(SchemaRegistries.URL, "mock://" + SCOPE);
    }

    /** The registry, with all schemas in it. */
    public static MemorySchemaRegistry registry() {
        MemorySchemaRegistry registry = MemorySchemaRegistry.shared(SCOPE);
        for (Topic topic : Topics.all()) {
            if (topic.schema() != null) {
                registry.register(topic.subject(), topic.schema());
            }
        }
        return registry;
    }
}
