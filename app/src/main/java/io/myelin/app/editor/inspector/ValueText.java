package io.myelin.app.editor.inspector;

import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.JsonValues;
import io.myelin.engine.message.MessageText;
import java.util.Optional;

/** Values of settings as people write them into a field, and back. What fits no kind stays text. */
final class ValueText {
    private ValueText() {}

    /** The text to show for {@code value}. */
    static String show(Kind kind, Object value) {
        if (!(value instanceof String text)) {
            return MessageText.json(value);
        }
        // A text that reads as some other value needs its quotes to stay a text.
        return kind == Kind.ANY && parsed(text).isPresent() ? MessageText.json(text) : text;
    }

    /** The value that {@code text} stands for. */
    static Object read(Kind kind, String text) {
        return switch (kind) {
            case INTEGER, NUMBER ->
                parsed(text.strip()).filter(Number.class::isInstance).orElse(text);
            case BOOLEAN ->
                parsed(text.strip()).filter(Boolean.class::isInstance).orElse(text);
            case ANY, LIST, MAP, GROUP -> parsed(text).orElse(text);
            case TEXT, CHOICE, DURATION, PATH -> text;
        };
    }

    private static Optional<Object> parsed(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonValues.parse(text));
        } catch (JsonTextException notJson) {
            return Optional.empty();
        }
    }
}
