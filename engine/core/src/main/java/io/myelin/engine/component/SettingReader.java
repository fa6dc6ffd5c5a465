package io.myelin.engine.component;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the value of one setting into the Java type that the settings record has for it. */
interface SettingReader {
    /** The value as the record takes it; null, with the problem said, where it does not fit or is not known yet. */
    @Nullable
    Object read(Object value, String pointer, SettingsBinding binding);

    /** The value that {@link #read} makes {@code setting} of again; for what it made itself. */
    default Object written(Object setting) {
        return setting;
    }

    /** What values it takes. */
    SettingDeclaration.Kind kind();

    /** Whether its values are written as texts, so that a default may be bare text. */
    default boolean readsText() {
        return false;
    }

    /** The value where none is given and there is no default; empty: one must be given. */
    default Optional<Object> absent() {
        return Optional.empty();
    }

    /** The names that a choice allows. */
    default List<String> choices() {
        return List.of();
    }

    /** What reads the elements of a list or the values of a map. */
    default Optional<SettingReader> element() {
        return Optional.empty();
    }

    /** What a group consists of. */
    default List<SettingDeclaration> fields() {
        return List.of();
    }
}
