package io.myelin.engine.component;

import io.myelin.engine.message.DataRecord;
import java.nio.file.Path;
import java.util.List;

/** The settings of a type of component: described by, and read into, its settings record. Immutable. */
public final class SettingsType {
    private final Class<? extends Record> recordClass;

    private SettingsType(Class<? extends Record> recordClass) {
        this.recordClass = recordClass;
    }

    /** Reads the declarations of {@code recordClass}; throws IllegalArgumentException, naming the flaw, for a bad one. */
    public static SettingsType of(Class<? extends Record> recordClass) {
        return new SettingsType(recordClass);
    }

    /** The settings record's class. */
    public Class<? extends Record> recordClass() {
        return recordClass;
    }

    /** The settings in the order declared. */
    public List<SettingDeclaration> declarations() {
        throw new IllegalStateException("to come");
    }

    /**
     * Reads {@code values} (references filled in already) into the record, defaults where nothing is given, relative
     * paths taken from {@code folder}; reports every problem at once, unknown names with the nearest known one.
     */
    public BoundSettings bind(DataRecord values, Path folder) {
        throw new IllegalStateException("to come " + values + folder);
    }
}
