package vorsprung.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import vorsprung.topic.EventType;

/** Serdes of the events, for code that goes by {@link EventType} and knows no record class. */
public final class EventSerde {
    private EventSerde() {}

    /** The serde of the events of a type; what it reads is an instance of {@link EventType#record()}. */
    public static Serde<SpecificRecord> of(EventType type, SchemaRegistry registry) {
        return serde(type.record(), registry);
    }

    // Nobody can write another record through it: the topic's schema is checked by name.
    @SuppressWarnings("unchecked")
    private static Serde<SpecificRecord> serde(Class<? extends SpecificRecord> record, SchemaRegistry registry) {
        return (Serde<SpecificRecord>) (Serde<?>) new AvroSerde<>(record, registry);
    }
}
