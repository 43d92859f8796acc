package vorsprung.processor.store;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any value of any record type: components that may be absent are, one time out of three. */
final class RandomRecords {
    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    <T extends Record> T next(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = Arrays.stream(components)
                .map(component -> optional(component.getAnnotatedType(), component.getGenericType()))
                .toArray();
        try {
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the record refuses " + Arrays.toString(values), e);
        }
    }

    private @Nullable Object optional(AnnotatedType annotated, Type type) {
        boolean absent = annotated.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0;
        return absent ? null : value(type);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(index -> value(element))
                    .toList();
        }
        return value((Class<?>) type);
    }

    private Object value(Class<?> type) {
        if (type.isRecord()) {
            return next(type.asSubclass(Record.class));
        }
        if (type.isEnum()) {
            return oneOf(List.of(type.getEnumConstants()));
        }
        return switch (type.getSimpleName()) {
            case "String" -> oneOf(List.of("", "openai/gpt-4", "é\0\n😀", "x".repeat(300)));
            case "long", "Long" -> oneOf(List.of(0L, -1L, 40_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE));
            case "int", "Integer" -> oneOf(List.of(0, -1, 64, Integer.MAX_VALUE, Integer.MIN_VALUE));
            case "double", "Double" -> oneOf(List.of(0.0, -0.5, 0.1, 1e300, Double.MIN_VALUE));
            case "boolean", "Boolean" -> random.nextBoolean();
            case "Instant" -> oneOf(List.of(Instant.EPOCH, Instant.ofEpochMilli(-1), Instant.ofEpochMilli(1L << 41)));
            case "ByteBuffer" -> ByteBuffer.wrap(new byte[random.nextInt(9)]);
            default -> throw new IllegalArgumentException("no value of " + type);
        };
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
