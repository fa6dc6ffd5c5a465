package io.myelin.palette.console;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.message.Status;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code console.read}: sends the lines of standard input. */
@ComponentInfo(
        id = "console.read",
        title = "Read console",
        summary = "Sends each line of standard input.",
        help = """
                Sends each line of standard input as text, without its line break, as it comes in, and finishes at \
                the end of the input (Ctrl+D in a terminal, Ctrl+Z on Windows). An empty line is an empty text; a \
                last line without a line break counts too.

                In the editor standard input is the input field of the console panel. Put only one of these in a \
                graph: two would share the lines between them.

                **Example:** `myelin run words.graph.json < book.txt`
                """,
        icon = "mdi2k-keyboard-outline",
        inboxes = {},
        outboxes = @Box(name = "outbox", types = MessageType.TEXT, help = "The lines, without their line breaks."),
        reaches = Reach.CONSOLE)
public final class Read implements SequentialComponent {
    /** Made by the engine. */
    public Read() {}

    @Override
    public void main(ComponentContext context) throws IOException {
        OutsideWork input = context.expect("a line on standard input");
        try {
            String line = next(context);
            while (line != null) {
                context.outbox().send(line);
                line = next(context);
            }
        } finally {
            input.done();
        }
    }

    private static @Nullable String next(ComponentContext context) throws IOException {
        return isToldToFinish(context.inbox("control"))
                ? null
                : context.console().readLine();
    }

    private static boolean isToldToFinish(Inbox control) {
        for (Object message = control.poll(); message != null; message = control.poll()) {
            if (Status.isFinished(message)) {
                return true;
            }
        }
        return false;
    }
}
