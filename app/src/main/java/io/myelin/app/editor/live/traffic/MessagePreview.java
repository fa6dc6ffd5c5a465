package io.myelin.app.editor.live.traffic;

import io.myelin.engine.message.MessageText;
import io.myelin.engine.plan.Secrets;
import java.util.regex.Pattern;

/** Messages in short, on one line, without secrets. */
public final class MessagePreview {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private MessagePreview() {}

    /** The beginning of {@code message} as text, at most about {@code maxChars} characters. */
    public static String of(Object message, int maxChars, Secrets secrets) {
        String text = secrets.redact(MessageText.shorten(message, maxChars));
        return LINE_BREAK.matcher(text).replaceAll("⏎").replace('\t', ' ');
    }
}
