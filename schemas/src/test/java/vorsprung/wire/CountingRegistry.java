package vorsprung.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;

/** A registry in memory that counts how often it is asked for an id, and can be away. */
final class CountingRegistry implements SchemaRegistry {
    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean away;

    int questions() {
        return questions.get();
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    @Override
    public Schema byId(int id) {
        questions.incrementAndGet();
        if (away) {
            throw new SchemaRegistryException("away", new IOException("no connection"));
        }
        return registry.byId(id);
    }

    @Override
    public int register(String subject, Schema schema) {
        return registry.register(subject, schema);
    }

    @Override
    public Optional<Integer> idOf(String subject, Schema schema) {
        return registry.idOf(subject, schema);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return registry.latest(subject);
    }

    @Override
    public List<Integer> versions(String subject) {
        return registry.versions(subject);
    }

    @Override
    public boolean compatible(String subject, Schema schema) {
        return registry.compatible(subject, schema);
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        registry.setCompatibility(subject, level);
    }

    @Override
    public Optional<Compatibility> compatibility(String subject) {
        return registry.compatibility(subject);
    }

    @Override
    public String location() {
        return registry.location();
    }
}
