package io.myelin.palette.text;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Transform;
import io.myelin.palette.ErrorsBox;
import io.myelin.palette.Expected;
import java.util.Locale;

/** {@code text.case}: changes the case of letters. */
@ComponentInfo(
        id = "text.case",
        title = "Letter case",
        summary = "Turns text to lower or upper case.",
        help = """
                Sends each text with all its letters in lower or in upper case, by the rules of Unicode and the same \
                ones on every machine, whatever its language (`ß` becomes `SS`, `I` always `i`). What is no letter \
                stays as it is. Anything but text is an item for `errors`.

                **Example:** `to` `upper` makes `STRASSE 7` of `Straße 7`.
                """,
        icon = "mdi2f-format-letter-case",
        inboxes = @Box(name = "inbox", types = MessageType.TEXT, help = "The texts to change."),
        outboxes = {
            @Box(name = "outbox", types = MessageType.TEXT, help = "The changed texts."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        })
public final class Case extends Transform {
    private final Settings settings;

    /** A case of letters. */
    public enum LetterCase {
        /** Small letters. */
        LOWER,
        /** Capital letters. */
        UPPER
    }

    /**
     * The settings.
     *
     * @param to the case that letters get
     */
    public record Settings(
            @Setting(help = "The case that all letters get.", defaultValue = "lower")
            LetterCase to) {}

    /** Made by the engine. */
    public Case(Settings settings) {
        this.settings = settings;
    }

    @Override
    protected Object apply(Object message) {
        String text = Expected.text(message);
        return switch (settings.to()) {
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
        };
    }
}
