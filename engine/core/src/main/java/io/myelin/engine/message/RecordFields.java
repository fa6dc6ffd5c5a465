package io.myelin.engine.message;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The components of Java records by name. */
final class RecordFields {
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private RecordFields() {}

    /** The fields in their order, nulls as {@link JsonNull#NULL}; empty where the record's module keeps them closed. */
    static Optional<Map<String, Object>> of(Record record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            try {
                accessor.setAccessible(true);
                Object value = accessor.invoke(record);
                fields.put(accessor.getName(), value == null ? JsonNull.NULL : value);
            } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }
}
