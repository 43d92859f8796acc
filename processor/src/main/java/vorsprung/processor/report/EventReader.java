package vorsprung.processor.report;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import vorsprung.topic.EventType;

/** Reads the value of a record on an event topic. */
public interface EventReader {

    /**
     * The event, as the newest schema of its type.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if no reader will ever make sense of the bytes
     */
    SpecificRecord read(EventType type, ByteBuffer value);
}
