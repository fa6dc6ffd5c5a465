package io.myelin.palette.text;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.component.Transform;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;
import java.util.regex.Matcher;

/** {@code text.replace}: replaces the matches of a regular expression. */
@ComponentInfo(
        id = "text.replace",
        title = "Replace in text",
        summary = "Replaces all that a regular expression matches.",
        help = """
                Replaces every match of `pattern` in each text by `replacement` and sends the result; a text without \
                a match goes on as it is.

                In the replacement `$1`, `$2`, … stand for what the groups of the pattern matched, `${name}` for a \
                named group, `$0` for the whole match; `\\$` and `\\\\` are the characters themselves. In a graph file \
                write `$${name}`, since `${name}` is a parameter there. A reference to a group that the pattern \
                doesn't have is a problem of the graph.

                Anything but text is an item for `errors`, and so is a text on which the pattern would take too long.

                **Example:** pattern `(\\d+)-(\\d+)`, replacement `$2-$1` makes `2-1` of `1-2`.
                """,
        icon = "mdi2f-find-replace",
        inboxes = @Box(name = "inbox", types = MessageType.TEXT, help = "The texts to change."),
        outboxes = {
            @Box(name = "outbox", types = MessageType.TEXT, help = "The changed texts."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class Replace extends Transform {
    private final Settings settings;

    /**
     * The settings.
     *
     * @param pattern what is replaced
     * @param replacement what it is replaced by
     */
    public record Settings(
            @Setting(
                    help = "The regular expression for what is replaced.",
                    example = "(\\w+)=(\\w+)",
                    form = SettingForm.PATTERN)
            RegularExpression pattern,

            @Setting(
                    help = "What stands for each match; `$1` is the first group. Empty removes the matches.",
                    example = "$2=$1")
            String replacement) {
        /** Refuses references to groups that the pattern does not have. */
        public Settings {
            pattern.checkReplacement(replacement);
        }
    }

    /** Made by the engine. */
    public Replace(Settings settings) {
        this.settings = settings;
    }

    @Override
    protected Object apply(Object message) {
        String text = Expected.text(message);
        RegularExpression pattern = settings.pattern();
        Matcher matcher = pattern.matcher(text);
        if (!pattern.find(matcher, text)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length() + 16);
        do {
            matcher.appendReplacement(result, settings.replacement());
        } while (pattern.find(matcher, text));
        return matcher.appendTail(result).toString();
    }
}
