package vorsprung.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** A registry that lives in this process, for tests; holds its subjects to their compatibility level as a real one does. */
public final class MemorySchemaRegistry implements SchemaRegistry {
    private static final int CONFLICT = 409;

    // Who names one scope means one registry: so Confluent's mock:// works, and so serdes apart can meet.
    private static final Map<String, MemorySchemaRegistry> SHARED = new ConcurrentHashMap<>();

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();

    /** The registry of a scope, the same for all who ask. */
    public static MemorySchemaRegistry shared(String scope) {
        return SHARED.computeIfAbsent(scope, name -> new MemorySchemaRegistry());
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        Optional<Integer> known = idOf(subject, schema);
        if (known.isPresent()) {
            return known.get();
        }
        if (!compatible(subject, schema)) {
            String level = levels.get(subject) + " of " + subject;
            throw new SchemaRegistryException(
                    "409: " + schema.getFullName() + " breaks the compatibility " + level, CONFLICT, CONFLICT);
        }
        int id = idOf(schema);
        subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(id);
        return id;
    }

    private int idOf(Schema schema) {
        int index = schemas.indexOf(schema);
        if (index >= 0) {
            return index + 1;
        }
        schemas.add(schema);
        return schemas.size();
    }

    @Override
    public synchronized Optional<Integer> idOf(String subject, Schema schema) {
        return ids(subject).stream().filter(id -> byId(id).equals(schema)).findFirst();
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException(id, location());
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        List<Integer> ids = ids(subject);
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        int id = ids.get(ids.size() - 1);
        return Optional.of(new RegisteredSchema(id, ids.size(), byId(id)));
    }

    @Override
    public synchronized List<Integer> versions(String subject) {
        return IntStream.rangeClosed(1, ids(subject).size()).boxed().toList();
    }

    @Override
    public synchronized boolean compatible(String subject, Schema schema) {
        List<Schema> versions = ids(subject).stream().map(this::byId).toList();
        return levels.getOrDefault(subject, Compatibility.NONE).admits(schema, versions);
    }

    @Override
    public synchronized void setCompatibility(String subject, Compatibility level) {
        levels.put(subject, level);
    }

    @Override
    public synchronized Optional<Compatibility> compatibility(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    @Override
    public String location() {
        return "the registry in memory";
    }

    private List<Integer> ids(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }
}
