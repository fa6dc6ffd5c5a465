package io.myelin.engine.message;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes the Java records of one class apart and puts them together again. Looked up once a class. */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", impossible);
        }
    }

    /** The shape of the record class {@code type}. */
    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    int components() {
        return accessors.length;
    }

    /** The components of {@code record} in their order; throws {@link UnportableMessageException} where it is closed. */
    @Nullable
    Object[] values(Record record) {
        @Nullable Object[] values = new Object[accessors.length];
        try {
            for (int index = 0; index < values.length; index++) {
                accessors[index].setAccessible(true);
                values[index] = accessors[index].invoke(record);
            }
            return values;
        } catch (InaccessibleObjectException | ReflectiveOperationException closed) {
            throw new UnportableMessageException(
                    "a " + type.getName() + " can't leave its Java machine, for it can't be"
                            + " looked into: its module must open its package to io.myelin.engine");
        }
    }

    /** A record of {@code values}; throws {@link DamagedMessageException} where they do not fit. */
    Object make(@Nullable Object[] values) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new DamagedMessageException(
                    "values that " + type.getName() + " refuses: " + refused.getCause(), refused);
        } catch (InaccessibleObjectException | ReflectiveOperationException | IllegalArgumentException unfit) {
            throw new DamagedMessageException("values that do not fit " + type.getName(), unfit);
        }
    }
}
