package vorsprung.processor.store;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** How the components of a Java record lie in an Avro record of the same field names. */
final class RecordShape implements ValueShape {
    private final Constructor<?> constructor;
    private final List<Method> accessors;
    private final List<ValueShape> shapes;

    private RecordShape(Constructor<?> constructor, List<Method> accessors, List<ValueShape> shapes) {
        this.constructor = constructor;
        this.accessors = accessors;
        this.shapes = shapes;
    }

    static RecordShape of(Class<?> type, Schema schema) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        List<String> fields =
                schema.getFields().stream().map(Schema.Field::name).toList();
        if (!names.equals(fields)) {
            throw new IllegalArgumentException(
                    "state schema " + schema.getName() + " has the fields " + fields + ", the record has " + names);
        }
        List<ValueShape> shapes = Arrays.stream(components)
                .map(component -> ValueShape.of(
                        component.getGenericType(),
                        schema.getField(component.getName()).schema()))
                .toList();
        return new RecordShape(constructor(type, components), accessors(components), shapes);
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    private static List<Method> accessors(RecordComponent[] components) {
        List<Method> accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        accessors.forEach(accessor -> accessor.setAccessible(true));
        return accessors;
    }

    @Override
    public void write(Encoder encoder, @Nullable Object value) throws IOException {
        for (int i = 0; i < shapes.size(); i++) {
            shapes.get(i).write(encoder, component(value, i));
        }
    }

    @Override
    public @Nullable Object read(Decoder decoder) throws IOException {
        @Nullable Object[] components = new Object[shapes.size()];
        if (decoder instanceof ResolvingDecoder resolving) {
            for (Schema.Field field : resolving.readFieldOrder()) {
                components[field.pos()] = shapes.get(field.pos()).read(decoder);
            }
        } else {
            for (int i = 0; i < components.length; i++) {
                components[i] = shapes.get(i).read(decoder);
            }
        }
        return create(components);
    }

    private @Nullable Object component(@Nullable Object value, int index) {
        try {
            return accessors.get(index).invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's accessor only returns its component", e);
        }
    }

    private Object create(@Nullable Object[] components) throws IOException {
        try {
            return constructor.newInstance(components);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IOException(
                    "a stored value breaks a rule of "
                            + constructor.getDeclaringClass().getName(),
                    e);
        }
    }
}
