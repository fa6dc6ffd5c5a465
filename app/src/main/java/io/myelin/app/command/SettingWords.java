package io.myelin.app.command;

import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.message.MessageText;
import java.util.Optional;
import java.util.OptionalLong;

/** What a setting takes, in words. */
final class SettingWords {
    private SettingWords() {}

    /** The values it takes: {@code whole number, 1 to 100, messages}. */
    static String type(SettingDeclaration setting) {
        StringBuilder words = new StringBuilder(kind(setting));
        range(setting.min(), setting.max())
                .ifPresent(range -> words.append(", ").append(range));
        if (!setting.unit().isEmpty()) {
            words.append(", ").append(setting.unit());
        }
        return words.toString();
    }

    /** The default as graph files write it; {@code required} or {@code none} where there is none. */
    static String defaultValue(SettingDeclaration setting) {
        return setting.defaultValue().map(MessageText::json).orElse(setting.required() ? "required" : "none");
    }

    private static String kind(SettingDeclaration setting) {
        return switch (setting.kind()) {
            case TEXT ->
                switch (setting.form()) {
                    case EXPRESSION -> "expression";
                    case PATTERN -> "regular expression";
                    case SCRIPT -> "script";
                    case PLAIN, MULTILINE, FILE, FILE_TO_WRITE, FOLDER -> "text";
                };
            case INTEGER -> "whole number";
            case NUMBER -> "number";
            case BOOLEAN -> "true or false";
            case CHOICE -> String.join(" or ", setting.choices());
            case DURATION -> "duration";
            case PATH -> "path";
            case ANY -> "any value";
            case LIST -> "list" + ofElements(setting);
            case MAP -> "names to values" + ofElements(setting);
            case GROUP ->
                "group of "
                        + String.join(
                                ", ",
                                setting.fields().stream()
                                        .map(SettingDeclaration::name)
                                        .toList());
        };
    }

    private static String ofElements(SettingDeclaration setting) {
        return setting.element()
                .filter(element -> element.kind() != SettingDeclaration.Kind.ANY)
                .map(element -> ": " + kind(element))
                .orElse("");
    }

    private static Optional<String> range(OptionalLong min, OptionalLong max) {
        if (min.isPresent() && max.isPresent()) {
            return Optional.of(min.getAsLong() + " to " + max.getAsLong());
        }
        if (min.isPresent()) {
            return Optional.of(min.getAsLong() + " and up");
        }
        return max.isPresent() ? Optional.of("at most " + max.getAsLong()) : Optional.empty();
    }
}
