package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Settings with every text in them, however deep, replaced. */
final class SettingTexts {
    private SettingTexts() {}

    /** {@code settings} with each text replaced by what {@code change} makes of it. */
    static DataRecord replaced(DataRecord settings, Function<String, Object> change) {
        DataRecord.Builder changed = DataRecord.builder();
        settings.forEach((name, value) -> changed.put(name, replaced(value, change)));
        return changed.build();
    }

    /** {@code value}, that of a setting, with each text in it replaced by what {@code change} makes of it. */
    static Object replaced(Object value, Function<String, Object> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case DataRecord record -> replaced(record, change);
            case List<?> list -> {
                List<Object> changed = new ArrayList<>(list.size());
                list.forEach(element -> changed.add(replaced(element, change)));
                yield List.copyOf(changed);
            }
            default -> value;
        };
    }

    /** Tells {@code visit} each text in {@code value}, that of a setting. */
    static void each(Object value, Consumer<String> visit) {
        switch (value) {
            case String text -> visit.accept(text);
            case DataRecord record -> record.values().forEach(inner -> each(inner, visit));
            case List<?> list -> list.forEach(inner -> each(inner, visit));
            default -> {}
        }
    }
}
