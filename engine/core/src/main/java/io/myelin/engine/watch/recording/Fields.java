package io.myelin.engine.watch.recording;

import io.myelin.engine.message.DataRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the fields of records that a recording holds; throws IllegalArgumentException where they are not as written. */
final class Fields {
    private Fields() {}

    static String text(DataRecord record, String name) {
        return taken(record, name, String.class);
    }

    static long number(DataRecord record, String name) {
        return taken(record, name, Long.class);
    }

    static boolean truth(DataRecord record, String name) {
        return taken(record, name, Boolean.class);
    }

    static DataRecord record(DataRecord record, String name) {
        return taken(record, name, DataRecord.class);
    }

    static List<DataRecord> records(DataRecord record, String name) {
        return ((List<?>) taken(record, name, List.class))
                .stream().map(one -> cast(one, name, DataRecord.class)).toList();
    }

    static List<String> texts(DataRecord record, String name) {
        return ((List<?>) taken(record, name, List.class))
                .stream().map(one -> cast(one, name, String.class)).toList();
    }

    private static <T> T taken(DataRecord record, String name, Class<T> type) {
        return cast(record.get(name), name, type);
    }

    private static <T> T cast(@Nullable Object value, String name, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("its field \"" + name + "\" is not as expected");
        }
        return type.cast(value);
    }
}
