package io.myelin.palette.console;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code console.read}: sends the lines of standard input. A thread of its own waits for them, so that the component ends
 * promptly whether or not somebody types another line.
 */
@ComponentInfo(
        id = "console.read",
        title = "Read console",
        summary = "Sends each line of standard input.",
        help = """
                Sends each line of standard input as text, without its line break, as it comes in, and finishes at \
                the end of the input (Ctrl+D in a terminal, Ctrl+Z on Windows). An empty line is an empty text; a \
                last line without a line break counts too. Up to 1,024 lines are read ahead of what has been sent.

                In the editor standard input is the input field of the console panel. Put only one of these in a \
                graph: two would share the lines between them.

                **Example:** `myelin run words.graph.json < book.txt`
                """,
        icon = "mdi2k-keyboard-outline",
        inboxes = {},
        outboxes = @Box(name = "outbox", types = MessageType.TEXT, help = "The lines, without their line breaks."),
        reaches = Reach.CONSOLE)
public final class Read implements ReactiveComponent {
    private static final int LINES_AHEAD = 1024;

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
    /** Whether the component has been told of lines and not begun to send them. */
    private final AtomicBoolean told = new AtomicBoolean();

    private ComponentContext context;
    private OutsideWork input;
    private Thread reader;

    /** Made by the engine. */
    public Read() {}

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
        input = context.expect("a line on standard input");
        reader = Thread.ofVirtual().name("standard input of " + context.path()).start(this::readAhead);
    }

    private void readAhead() {
        try {
            String line = context.console().readLine();
            while (line != null) {
                lines.put(line);
                if (told.compareAndSet(false, true)) {
                    context.execute(this::send);
                }
                line = context.console().readLine();
            }
            context.execute(input::done);
        } catch (InterruptedException | InterruptedIOException _) {
            input.done();
        } catch (IOException failure) {
            context.execute(() -> {
                input.done();
                throw new UncheckedIOException(failure.getMessage(), failure);
            });
        }
    }

    private void send() {
        told.set(false);
        context.outbox().sendAll(new ReadAhead());
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new IllegalStateException("standard input has no data inbox");
    }

    @Override
    public void onStop() {
        if (reader != null) {
            reader.interrupt();
            input.done();
        }
    }

    /** The lines that are there by now. */
    private final class ReadAhead implements Iterator<String> {
        @Override
        public boolean hasNext() {
            return !lines.isEmpty();
        }

        @Override
        public String next() {
            String line = lines.poll();
            if (line == null) {
                throw new NoSuchElementException();
            }
            return line;
        }
    }
}
