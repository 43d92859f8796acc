package vorsprung.wire;

import org.apache.avro.io.DatumReader;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the schema that records were written by.
 *
 * @param name full name of the record, or empty when the schema itself cannot be understood
 * @param reader turns such records into the generated class; absent when it cannot be done
 * @param fault why it cannot be done, else empty
 */
record WriterSchema<T>(String name, @Nullable DatumReader<T> reader, String fault) {

    static <T> WriterSchema<T> readable(String name, DatumReader<T> reader) {
        return new WriterSchema<>(name, reader, "");
    }

    static <T> WriterSchema<T> faulty(String name, String fault) {
        return new WriterSchema<>(name, null, fault);
    }
}
