package io.myelin.palette.console;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.message.MessageText;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code console.print}: prints messages on standard output. */
@ComponentInfo(
        id = "console.print",
        title = "Print",
        summary = "Prints each message as a line on standard output.",
        help = """
                Prints each message as one line, whatever it is. With `format` `auto` a text is printed as it is and \
                anything else as compact JSON: fields in their order, no blanks, non-ASCII characters as they are, \
                bytes as base64 text. With `json` texts are printed as JSON too, in quotes, so that every line can \
                be read back.

                A text with line breaks takes several lines under `auto`. Where the reader of standard output goes \
                away (as `head` does), it finishes quietly, and so ends what only fed it.

                **Example:** the record `{"name":"Ada","born":1815}` is printed just so.
                """,
        icon = "mdi2c-console-line",
        inboxes = @Box(name = "inbox", help = "The messages to print."),
        outboxes = {},
        executions = {Execution.TASKLET, Execution.THREAD, Execution.PROCESS},
        reaches = Reach.CONSOLE)
public final class Print implements ReactiveComponent {
    private final Format format;
    private ComponentContext context;

    /** How messages become lines. */
    public enum Format {
        /** A text as it is, anything else as compact JSON. */
        AUTO,
        /** Everything as compact JSON. */
        JSON
    }

    /**
     * The settings.
     *
     * @param format how messages become lines
     */
    public record Settings(
            @Setting(
                    help = "`auto`: a text as it is, anything else as compact JSON; `json`: everything as JSON.",
                    defaultValue = "auto")
            Format format) {}

    /** Made by the engine. */
    public Print(Settings settings) {
        this.format = settings.format();
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) throws IOException {
        String line = format == Format.AUTO ? MessageText.of(message) : MessageText.json(message);
        try {
            context.console().printLine(line);
            if (inbox.size() == 0) {
                context.console().flush();
            }
        } catch (IOException failure) {
            finishOrFail(failure);
        }
    }

    @Override
    public void onEnd() throws IOException {
        try {
            context.console().flush();
        } catch (IOException failure) {
            finishOrFail(failure);
        }
    }

    private void finishOrFail(IOException failure) throws IOException {
        if (!isClosedPipe(failure)) {
            throw failure;
        }
        context.finish();
    }

    /** There is no class of exception for it; the words are those of Linux, macOS, Windows and Java's own pipes. */
    private static boolean isClosedPipe(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(words -> words.contains("pipe") || words.contains("closed"));
    }
}
