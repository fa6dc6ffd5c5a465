package io.myelin.app.command;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Locale;

/** All that a type of component declares, as a record for programs. */
final class ComponentDescription {
    private ComponentDescription() {}

    /** The description of {@code type}. */
    static DataRecord of(ComponentType type) {
        return DataRecord.builder()
                .put("id", type.id())
                .put("family", type.family())
                .put("title", type.title())
                .put("summary", type.summary())
                .put("help", type.help())
                .put("inboxes", boxes(type.declaredInboxes()))
                .put("outboxes", boxes(type.declaredOutboxes()))
                .put("moreBoxesFromSettings", type.hasDynamicBoxes())
                .put("settings", settings(type.settings().declarations()))
                .put("executions", type.executions().stream().map(Execution::id).toList())
                .put(
                        "reaches",
                        type.reaches().stream()
                                .sorted()
                                .map(ComponentDescription::id)
                                .toList())
                .build();
    }

    private static List<DataRecord> boxes(List<BoxDeclaration> boxes) {
        return boxes.stream()
                .map(box -> DataRecord.builder()
                        .put("name", box.name())
                        .put(
                                "types",
                                box.types().stream()
                                        .sorted()
                                        .map(ComponentDescription::id)
                                        .toList())
                        .put("help", box.help())
                        .build())
                .toList();
    }

    private static List<DataRecord> settings(List<SettingDeclaration> settings) {
        return settings.stream().map(ComponentDescription::setting).toList();
    }

    private static DataRecord setting(SettingDeclaration setting) {
        DataRecord.Builder record = DataRecord.builder()
                .put("name", setting.name())
                .put("kind", id(setting.kind()))
                .put("help", setting.help())
                .put("required", setting.required());
        setting.defaultValue().ifPresent(value -> record.put("default", value));
        if (setting.form() != SettingForm.PLAIN) {
            record.put("form", id(setting.form()));
        }
        if (!setting.unit().isEmpty()) {
            record.put("unit", setting.unit());
        }
        if (!setting.example().isEmpty()) {
            record.put("example", setting.example());
        }
        setting.min().ifPresent(least -> record.put("min", least));
        setting.max().ifPresent(most -> record.put("max", most));
        if (!setting.choices().isEmpty()) {
            record.put("choices", setting.choices());
        }
        setting.element().ifPresent(element -> record.put("element", setting(element)));
        if (!setting.fields().isEmpty()) {
            record.put("fields", settings(setting.fields()));
        }
        return record.build();
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
