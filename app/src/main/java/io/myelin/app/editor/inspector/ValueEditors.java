package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.message.MessageText;
import java.util.List;
import java.util.Map;

/** Makes the fitting editor for a setting. */
final class ValueEditors {
    private static final Texts TEXTS = Texts.of(ValueEditors.class);

    private ValueEditors() {}

    static ValueEditor of(SettingDeclaration setting, EditorContext context) {
        String prompt = prompt(setting);
        return switch (setting.kind()) {
            case TEXT -> text(setting, prompt);
            case INTEGER, NUMBER, DURATION -> new TextEditor(setting.kind(), prompt, false);
            case PATH -> new PathEditor(setting.form(), prompt, context);
            case ANY -> new CodeEditor(Kind.ANY, prompt, 1, 8, false);
            case BOOLEAN ->
                new EitherEditor(
                        new BooleanEditor(setting.defaultValue()),
                        new TextEditor(Kind.BOOLEAN, prompt, false),
                        Boolean.class::isInstance);
            case CHOICE ->
                new EitherEditor(
                        new ChoiceEditor(setting.choices(), prompt),
                        new TextEditor(Kind.CHOICE, prompt, false),
                        value -> value instanceof String text
                                && setting.choices().contains(text));
            case LIST ->
                new EitherEditor(
                        new ListEditor(setting.element().orElseThrow(), context),
                        new CodeEditor(Kind.LIST, prompt, 2, 10, false),
                        List.class::isInstance);
            case MAP ->
                new EitherEditor(
                        new MapEditor(setting.element().orElseThrow(), context),
                        new CodeEditor(Kind.MAP, prompt, 2, 10, false),
                        Map.class::isInstance);
            case GROUP ->
                new EitherEditor(
                        new GroupEditor(setting.fields(), context),
                        new CodeEditor(Kind.GROUP, prompt, 2, 10, false),
                        Map.class::isInstance);
        };
    }

    private static ValueEditor text(SettingDeclaration setting, String prompt) {
        // Where the default is some other text, or there is none, an empty text is a value of its own.
        boolean emptyCounts = setting.required()
                || setting.defaultValue().filter(text -> !text.equals("")).isPresent();
        return switch (setting.form()) {
            case MULTILINE -> new CodeEditor(Kind.TEXT, prompt, 3, 12, emptyCounts);
            case EXPRESSION -> new CodeEditor(Kind.TEXT, prompt, 1, 8, false);
            case SCRIPT -> new CodeEditor(Kind.TEXT, prompt, 6, 20, emptyCounts);
            case PATTERN -> new TextEditor(Kind.TEXT, prompt, false).monospaced();
            case FILE, FILE_TO_WRITE, FOLDER, PLAIN -> new TextEditor(Kind.TEXT, prompt, emptyCounts);
        };
    }

    /** What an empty field shows: the default, else an example. */
    private static String prompt(SettingDeclaration setting) {
        return setting.defaultValue()
                .map(MessageText::of)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> setting.example().isEmpty() ? "" : TEXTS.get("setting.example", setting.example()));
    }
}
