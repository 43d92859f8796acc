package vorsprung.processor.store;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** How a Java value lies in Avro binary. */
interface ValueShape {

    /** Writes the value. */
    void write(Encoder encoder, @Nullable Object value) throws IOException;

    /** Reads a value. */
    @Nullable Object read(Decoder decoder) throws IOException;

    /** A shape from a writer and a reader of the same type. */
    static <T> ValueShape of(Class<T> type, Writer<T> writer, Reader<T> reader) {
        return new ValueShape() {
            @Override
            public void write(Encoder encoder, @Nullable Object value) throws IOException {
                writer.write(encoder, Objects.requireNonNull(type.cast(value)));
            }

            @Override
            public @Nullable Object read(Decoder decoder) throws IOException {
                return reader.read(decoder);
            }
        };
    }

    /** Writes a value of a known type. */
    interface Writer<T> {
        void write(Encoder encoder, T value) throws IOException;
    }

    /** Reads a value of a known type. */
    interface Reader<T> {
        T read(Decoder decoder) throws IOException;
    }

    /** The shape of this Java type under this schema. */
    static ValueShape of(Type type, Schema schema) {
        return switch (schema.getType()) {
            case UNION -> nullable(of(type, schema.getTypes().get(1)));
            case RECORD -> RecordShape.of((Class<?>) type, schema);
            case ARRAY -> list(of(((ParameterizedType) type).getActualTypeArguments()[0], schema.getElementType()));
            case ENUM -> enumeration((Class<?>) type, schema);
            case STRING -> of(String.class, Encoder::writeString, Decoder::readString);
            case BYTES ->
                of(ByteBuffer.class, (out, value) -> out.writeBytes(value.duplicate()), in -> in.readBytes(null));
            case INT -> of(Integer.class, Encoder::writeInt, Decoder::readInt);
            case LONG -> number(type);
            case DOUBLE -> of(Double.class, Encoder::writeDouble, Decoder::readDouble);
            case BOOLEAN -> of(Boolean.class, Encoder::writeBoolean, Decoder::readBoolean);
            default -> throw new IllegalArgumentException("no state record has a field of " + schema.getType());
        };
    }

    private static ValueShape number(Type type) {
        return type.equals(Instant.class)
                ? of(
                        Instant.class,
                        (out, value) -> out.writeLong(value.toEpochMilli()),
                        in -> Instant.ofEpochMilli(in.readLong()))
                : of(Long.class, Encoder::writeLong, Decoder::readLong);
    }

    private static ValueShape nullable(ValueShape shape) {
        return new ValueShape() {
            @Override
            public void write(Encoder encoder, @Nullable Object value) throws IOException {
                encoder.writeIndex(value == null ? 0 : 1);
                if (value != null) {
                    shape.write(encoder, value);
                }
            }

            @Override
            public @Nullable Object read(Decoder decoder) throws IOException {
                if (decoder.readIndex() == 0) {
                    decoder.readNull();
                    return null;
                }
                return shape.read(decoder);
            }
        };
    }

    private static ValueShape enumeration(Class<?> type, Schema schema) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        List<Object> byOrdinal =
                schema.getEnumSymbols().stream().map(constants::get).toList();
        return of(Enum.class, (out, value) -> out.writeEnum(schema.getEnumOrdinal(value.name())), in ->
                (Enum<?>) byOrdinal.get(in.readEnum()));
    }

    private static ValueShape list(ValueShape element) {
        return of(List.class, (out, value) -> writeList(out, element, value), in -> readList(in, element));
    }

    private static void writeList(Encoder out, ValueShape element, List<?> values) throws IOException {
        out.writeArrayStart();
        out.setItemCount(values.size());
        for (Object value : values) {
            out.startItem();
            element.write(out, value);
        }
        out.writeArrayEnd();
    }

    private static List<@Nullable Object> readList(Decoder in, ValueShape element) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (long count = in.readArrayStart(); count > 0; count = in.arrayNext()) {
            for (long i = 0; i < count; i++) {
                values.add(element.read(in));
            }
        }
        return values;
    }
}
