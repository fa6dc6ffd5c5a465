package io.myelin.engine.component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One setting of a type of component, as the form, the checks and the documentation see it.
 *
 * @param name as graph files write it
 * @param kind what values it takes
 * @param help one or two sentences
 * @param defaultValue the default as a message value; empty where it has none
 * @param required whether it must be given
 * @param unit the unit of a number, or empty
 * @param example a value to show in an empty field, or empty
 * @param form what a text holds
 * @param min the least a number may be
 * @param max the most a number may be
 * @param choices the names that a {@link Kind#CHOICE} allows, else empty
 * @param element for a list or a map what its values are; its name and help are those of the whole
 * @param fields for a {@link Kind#GROUP} what it consists of, else empty
 */
public record SettingDeclaration(
        String name,
        Kind kind,
        String help,
        Optional<Object> defaultValue,
        boolean required,
        String unit,
        String example,
        SettingForm form,
        OptionalLong min,
        OptionalLong max,
        List<String> choices,
        Optional<SettingDeclaration> element,
        List<SettingDeclaration> fields) {

    /** What values a setting takes. */
    public enum Kind {
        /** A text, or something written as one (an encoding, an expression, a pattern). */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** One of some names. */
        CHOICE,
        /** A number with a unit of time. */
        DURATION,
        /** A file or folder. */
        PATH,
        /** Any value. */
        ANY,
        /** A list of elements. */
        LIST,
        /** Names to elements. */
        MAP,
        /** A fixed group of settings. */
        GROUP
    }

    /** Copies the lists. */
    public SettingDeclaration {
        choices = List.copyOf(choices);
        fields = List.copyOf(fields);
    }

    /** This one as people read it in the language of {@code words}, where its help is under {@code key}. */
    SettingDeclaration in(ComponentWords words, String key) {
        return new SettingDeclaration(
                name,
                kind,
                words.find(key).orElse(help),
                defaultValue,
                required,
                words.find(key + ".unit").orElse(unit),
                example,
                form,
                min,
                max,
                choices,
                element.map(one -> one.in(words, key)),
                fields.stream()
                        .map(field -> field.in(words, key + "." + field.name()))
                        .toList());
    }
}
