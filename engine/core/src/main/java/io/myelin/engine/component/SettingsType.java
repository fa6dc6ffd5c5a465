package io.myelin.engine.component;

import io.myelin.engine.message.DataRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of a type of component: described by, and read into, its settings record. Immutable. */
public final class SettingsType {
    private final Class<? extends Record> recordClass;
    private final RecordReader reader;
    private final List<SettingDeclaration> declarations;

    private SettingsType(
            Class<? extends Record> recordClass, RecordReader reader, List<SettingDeclaration> declarations) {
        this.recordClass = recordClass;
        this.reader = reader;
        this.declarations = List.copyOf(declarations);
    }

    /** Reads the declarations of {@code recordClass}; throws IllegalArgumentException, naming the flaw, for a bad one. */
    public static SettingsType of(Class<? extends Record> recordClass) {
        RecordReader reader = RecordReader.of(recordClass, Set.of());
        return new SettingsType(recordClass, reader, reader.declarations());
    }

    /** These as people read them in the language of {@code words}, whose keys for them begin with {@code prefix}. */
    SettingsType in(ComponentWords words, String prefix) {
        return new SettingsType(
                recordClass,
                reader,
                declarations.stream()
                        .map(setting -> setting.in(words, prefix + setting.name()))
                        .toList());
    }

    /** The settings record's class. */
    public Class<? extends Record> recordClass() {
        return recordClass;
    }

    /** The settings in the order declared. */
    public List<SettingDeclaration> declarations() {
        return declarations;
    }

    /**
     * Reads {@code values} (references filled in already) into the record, defaults where nothing is given, relative
     * paths taken from {@code folder}; reports every problem at once, unknown names with the nearest known one.
     */
    public BoundSettings bind(DataRecord values, Path folder) {
        return bind(values, folder, Set.of());
    }

    /**
     * The values that {@link #bind} reads into {@code settings} again, wherever that is done: paths stand as they were
     * resolved, and texts that are read by a class of their own as its {@code toString} gives them.
     */
    public DataRecord values(Record settings) {
        return reader.written(settings);
    }

    /**
     * As {@link #bind(DataRecord, Path)}, passing over the values at the JSON Pointers {@code unknown}, which are not
     * known yet. Where there are such, neither settings nor problems may come back.
     */
    public BoundSettings bind(DataRecord values, Path folder, Set<String> unknown) {
        return bind(values, folder, unknown, GraphFinder.NONE);
    }

    /**
     * As {@link #bind(DataRecord, Path, Set)}, graphs that are named looked up by {@code graphs}. Where one of them is
     * not found, no settings come back, and {@code graphs} has told why.
     */
    public BoundSettings bind(DataRecord values, Path folder, Set<String> unknown, GraphFinder graphs) {
        SettingsBinding binding = new SettingsBinding(folder, unknown, graphs);
        Record settings = reader.read(values, "", binding, declarations);
        boolean fits = settings != null && binding.problems().isEmpty();
        return new BoundSettings(fits ? Optional.ofNullable(settings) : Optional.empty(), binding.problems());
    }
}
