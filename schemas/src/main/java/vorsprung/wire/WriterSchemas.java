package vorsprung.wire;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The schemas of the ids met so far. An id's schema never changes, so what is learnt once is kept. */
final class WriterSchemas<T extends SpecificRecord> {
    private final SchemaRegistry registry;
    private final @Nullable Class<? extends SpecificRecord> type;
    private final ConcurrentMap<Integer, WriterSchema<T>> known = new ConcurrentHashMap<>();
    private final UnknownIds unknown = new UnknownIds();

    /** Reads into the class, or without one into the class that each schema names. */
    WriterSchemas(SchemaRegistry registry, @Nullable Class<? extends SpecificRecord> type) {
        this.registry = registry;
        this.type = type;
        TrustedRecords.trust(type);
    }

    /**
     * What is known of a schema id.
     *
     * @throws UnknownSchemaException when the registry does not have it, or did not a moment ago
     * @throws SchemaRegistryException when the registry is away or refuses
     */
    WriterSchema<T> get(int id) {
        WriterSchema<T> schema = known.get(id);
        return schema != null ? schema : known.computeIfAbsent(id, this::learn);
    }

    private WriterSchema<T> learn(int id) {
        if (unknown.contains(id)) {
            throw new UnknownSchemaException(id, registry.location());
        }
        try {
            return understand(registry.byId(id));
        } catch (UnknownSchemaException e) {
            unknown.add(id);
            throw e;
        } catch (AvroRuntimeException e) {
            return WriterSchema.faulty("", "its schema cannot be understood: " + e.getMessage());
        }
    }

    private WriterSchema<T> understand(Schema written) {
        String name = written.getFullName();
        Class<?> target = type != null ? type : generated(written);
        if (target == null) {
            return WriterSchema.faulty(name, "it was written as " + name + ", for which there is no generated class");
        }
        SpecificData data = SpecificData.getForClass(target);
        Schema wanted = data.getSchema(target);
        if (!wanted.getFullName().equals(name)) {
            return WriterSchema.faulty(name, "it was written as " + name + ", not as " + wanted.getFullName());
        }
        return WriterSchema.readable(name, new SpecificDatumReader<>(written, wanted, data));
    }

    // The name is a stranger's word: a class that happens to be called so is none of ours.
    private static @Nullable Class<?> generated(Schema written) {
        try {
            Class<?> found =
                    written.getType() == Schema.Type.RECORD ? SpecificData.get().getClass(written) : null;
            return found != null && SpecificRecord.class.isAssignableFrom(found) ? found : null;
        } catch (SecurityException e) {
            return null;
        }
    }
}
