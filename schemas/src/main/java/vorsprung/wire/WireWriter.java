package vorsprung.wire;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Writes records and knows the ids of their schemas once it has asked. Safe for use by many threads. */
final class WireWriter {
    private final SchemaRegistry registry;
    private final WireSettings settings;
    private final ConcurrentMap<Written, Way> ways = new ConcurrentHashMap<>();
    private final ThreadLocal<WireBuffer> buffers = ThreadLocal.withInitial(WireBuffer::new);

    WireWriter(SchemaRegistry registry, WireSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** What is written to where. */
    private record Written(String topic, Schema schema) {}

    /** How it is written: by which schema, under which id. */
    private record Way(int id, DatumWriter<SpecificRecord> writer) {}

    byte[] write(String topic, SpecificRecord record) {
        Way way = way(topic, record);
        try {
            return buffers.get().encode(way.id(), way.writer(), record);
        } catch (IOException | AvroRuntimeException | NullPointerException | ClassCastException e) {
            // Avro reports a missing required field as one of the last three, with the field's name in the message.
            String name = record.getSchema().getFullName();
            throw new SerializationException(name + " for topic " + topic + " is incomplete: " + e.getMessage(), e);
        }
    }

    private Way way(String topic, SpecificRecord record) {
        Written written = new Written(topic, record.getSchema());
        Way known = ways.get(written);
        return known != null ? known : ways.computeIfAbsent(written, key -> ask(key, record));
    }

    private Way ask(Written written, SpecificRecord record) {
        Schema schema = written.schema();
        refuseStranger(written.topic(), schema);
        String subject = settings.naming().subject(written.topic(), schema, settings.isKey());
        SpecificData data = SpecificData.getForClass(record.getClass());
        DatumWriter<SpecificRecord> own = new RecordWriter(schema, data);
        if (settings.useLatest()) {
            return byLatest(subject, schema, own);
        }
        int id = settings.autoRegister() ? registry.register(subject, schema) : registered(subject, schema);
        return new Way(id, own);
    }

    private void refuseStranger(String topic, Schema schema) {
        String expected = TopicRecords.on(topic);
        if (!settings.isKey() && expected != null && !expected.equals(schema.getFullName())) {
            throw new SerializationException(
                    "topic " + topic + " holds " + expected + ", and no " + schema.getFullName());
        }
    }

    private int registered(String subject, Schema schema) {
        return registry.idOf(subject, schema)
                .orElseThrow(() -> new SerializationException("subject " + subject + " at " + registry.location()
                        + " lacks the schema of " + schema.getFullName() + "; register it (vorsprung topics create) or"
                        + " set " + WireSettings.AUTO_REGISTER + "=true"));
    }

    private Way byLatest(String subject, Schema schema, DatumWriter<SpecificRecord> own) {
        RegisteredSchema latest = registry.latest(subject)
                .orElseThrow(() -> new SerializationException("there is no subject " + subject + " at "
                        + registry.location() + ", which " + WireSettings.USE_LATEST + " relies on"));
        boolean same =
                SchemaNormalization.toParsingForm(latest.schema()).equals(SchemaNormalization.toParsingForm(schema));
        DatumWriter<SpecificRecord> writer = same ? own : new ConvertingWriter(schema, own, latest.schema());
        return new Way(latest.id(), writer);
    }
}
