package vorsprung.provision;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import vorsprung.wire.Compatibility;
import vorsprung.wire.MemorySchemaRegistry;
import vorsprung.wire.RegisteredSchema;
import vorsprung.wire.SchemaRegistry;
import vorsprung.wire.SchemaRegistryException;

/** A registry that answers every change of a level, and if told so every registration, with this status. */
final class RefusingRegistry implements SchemaRegistry {
    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final int status;
    private boolean readOnly;

    RefusingRegistry(int status) {
        this.status = status;
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        throw new SchemaRegistryException("not allowed", status, status);
    }

    void becomeReadOnly() {
        readOnly = true;
    }

    @Override
    public int register(String subject, Schema schema) {
        if (readOnly) {
            throw new SchemaRegistryException("not allowed", status, status);
        }
        return registry.register(subject, schema);
    }

    @Override
    public Optional<Integer> idOf(String subject, Schema schema) {
        return registry.idOf(subject, schema);
    }

    @Override
    public Schema byId(int id) {
        return registry.byId(id);
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
    public Optional<Compatibility> compatibility(String subject) {
        return registry.compatibility(subject);
    }

    @Override
    public String location() {
        return registry.location();
    }
}
