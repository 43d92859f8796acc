package vorsprung.processor.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The record that goes to {@code market.dead-letters}: key and value as they came, the cause in Kafka's own headers. */
public final class DeadLetter {
    /** Header: why the record could not be used, in words. */
    public static final String CAUSE = "__streams.errors.message";

    /** Header: the topic it came from. */
    public static final String TOPIC = "__streams.errors.topic";

    /** Header: the partition it came from, decimal. */
    public static final String PARTITION = "__streams.errors.partition";

    /** Header: its offset there, decimal. */
    public static final String OFFSET = "__streams.errors.offset";

    private DeadLetter() {}

    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordMetadata metadata, String cause) {
        Headers headers = new RecordHeaders(record.headers());
        add(headers, CAUSE, cause);
        add(headers, TOPIC, metadata.topic());
        add(headers, PARTITION, Integer.toString(metadata.partition()));
        add(headers, OFFSET, Long.toString(metadata.offset()));
        return record.withHeaders(headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
