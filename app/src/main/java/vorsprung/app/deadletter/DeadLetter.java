package vorsprung.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vorsprung.topic.EventType;

/** A record on {@code market.dead-letters}: key and value as they came, and Kafka's own headers about why and whence. */
public final class DeadLetter {
    private static final String PREFIX = "__streams.errors.";
    private static final String CAUSE = PREFIX + "message";
    private static final String EXCEPTION = PREFIX + "exception";
    private static final String TOPIC = PREFIX + "topic";
    private static final String PARTITION = PREFIX + "partition";
    private static final String OFFSET = PREFIX + "offset";
    private static final String NOT_TOLD = "";

    private final long number;
    private final Instant at;
    private final Optional<byte[]> key;
    private final Optional<byte[]> value;
    private final Map<String, String> headers = new LinkedHashMap<>();

    DeadLetter(ConsumerRecord<byte[], byte[]> record) {
        this.number = record.offset();
        this.at = Instant.ofEpochMilli(record.timestamp());
        this.key = Optional.ofNullable(record.key());
        this.value = Optional.ofNullable(record.value());
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
    }

    /** Its offset on {@code market.dead-letters}, by which it is called. */
    public long number() {
        return number;
    }

    /** When the record that it was had been published. */
    public Instant publishedAt() {
        return at;
    }

    /** Why it could not be used, in words. */
    public String cause() {
        String message = headers.getOrDefault(CAUSE, NOT_TOLD);
        return message.isBlank() ? headers.getOrDefault(EXCEPTION, "the cause was not told") : message;
    }

    /** The topic it came from; empty when that was not told. */
    public String topic() {
        return headers.getOrDefault(TOPIC, NOT_TOLD);
    }

    /** The partition it came from; empty when that was not told. */
    public String partition() {
        return headers.getOrDefault(PARTITION, NOT_TOLD);
    }

    /** Its offset there; empty when that was not told. */
    public String offset() {
        return headers.getOrDefault(OFFSET, NOT_TOLD);
    }

    /** The type of event that belongs on the topic it came from. */
    public Optional<EventType> type() {
        return EventType.onTopic(topic());
    }

    /** The record key's bytes; absent for a null key. */
    public Optional<byte[]> key() {
        return key.map(byte[]::clone);
    }

    /** The value's bytes; absent for a tombstone. */
    public Optional<byte[]> value() {
        return value.map(byte[]::clone);
    }

    /** Headers that the publisher gave it. */
    public Map<String, String> publishersHeaders() {
        Map<String, String> own = new LinkedHashMap<>(headers);
        own.keySet().removeIf(name -> name.startsWith(PREFIX));
        return own;
    }
}
