package vorsprung.processor.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import vorsprung.topic.Topics;

/**
 * The record that goes to {@code market.dead-letters}: key, value and headers as they came, the cause in Kafka's own
 * headers. Of one that is too large for any topic only the cause and the place are left.
 */
public final class DeadLetter {
    /** Header: why the record could not be used, in words. */
    public static final String CAUSE = "__streams.errors.message";

    /** Header: the topic it came from. */
    public static final String TOPIC = "__streams.errors.topic";

    /** Header: the partition it came from, decimal. */
    public static final String PARTITION = "__streams.errors.partition";

    /** Header: its offset there, decimal. */
    public static final String OFFSET = "__streams.errors.offset";

    /** Room for the cause, the place, and what Kafka adds. */
    private static final int RESERVED_BYTES = 64 << 10;

    private static final int LONGEST_CAUSE = 8_192;

    private DeadLetter() {}

    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordMetadata metadata, String cause) {
        long bytes = bytes(record);
        if (bytes > Topics.LARGEST_RECORD_BYTES - RESERVED_BYTES) {
            String left = shortened(cause) + "; left out here, where it would be " + bytes + " bytes: read it there";
            return new Record<>(null, null, record.timestamp(), headers(new RecordHeaders(), metadata, left));
        }
        return record.withHeaders(headers(new RecordHeaders(record.headers()), metadata, shortened(cause)));
    }

    private static Headers headers(Headers headers, RecordMetadata metadata, String cause) {
        add(headers, CAUSE, cause);
        add(headers, TOPIC, metadata.topic());
        add(headers, PARTITION, Integer.toString(metadata.partition()));
        add(headers, OFFSET, Long.toString(metadata.offset()));
        return headers;
    }

    private static long bytes(Record<byte[], byte[]> record) {
        long bytes = length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            bytes += length(header.key().getBytes(StandardCharsets.UTF_8)) + length(header.value());
        }
        return bytes;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** A cause may repeat what it is about, which is a stranger's. */
    private static String shortened(String cause) {
        return cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) + "…" : cause;
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
