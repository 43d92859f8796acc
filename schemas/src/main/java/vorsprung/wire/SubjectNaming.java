package vorsprung.wire;

import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Under which subject the schema of a record is registered; Confluent's three ways. */
public enum SubjectNaming {
    /** {@code <topic>-value} or {@code <topic>-key}: one record to a topic. */
    TOPIC("TopicNameStrategy"),
    /** The record's full name: one subject for all its topics. */
    RECORD("RecordNameStrategy"),
    /** {@code <topic>-<full name>}: many records to a topic. */
    TOPIC_RECORD("TopicRecordNameStrategy");

    private final String strategy;

    SubjectNaming(String strategy) {
        this.strategy = strategy;
    }

    /**
     * The way that Confluent's class of this name goes, whatever its package; {@link #TOPIC} when absent.
     *
     * @throws ConfigException when it is none of the three
     */
    static SubjectNaming named(@Nullable Object strategy) {
        if (strategy == null) {
            return TOPIC;
        }
        String className = strategy instanceof Class<?> type ? type.getName() : strategy.toString();
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        for (SubjectNaming naming : values()) {
            if (naming.strategy.equals(simpleName)) {
                return naming;
            }
        }
        throw new ConfigException(
                WireSettings.VALUE_NAMING,
                className,
                "must be Confluent's TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy");
    }

    /** The subject of a record on a topic. */
    String subject(String topic, Schema schema, boolean isKey) {
        return switch (this) {
            case TOPIC -> topic + (isKey ? "-key" : "-value");
            case RECORD -> schema.getFullName();
            case TOPIC_RECORD -> topic + "-" + schema.getFullName();
        };
    }
}
