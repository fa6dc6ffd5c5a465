package io.myelin.palette.flow;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.Child;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.component.GraphReference;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.MessageType;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.Status;
import io.myelin.palette.ErrorsBox;

/** {@code flow.carousel}: runs one child graph after the other, a new one for each message. */
@ComponentInfo(
        id = "flow.carousel",
        title = "Carousel",
        summary = "Runs a graph anew for each message on `next`, one at a time.",
        help = """
                Makes a new child of the `graph` for each message on `next`, and starts it when the one before has \
                ended; until then further messages wait on `next`. What comes in on `inbox` goes to the child's own \
                inbox `inbox`, and what leaves the child's outbox `outbox` leaves here. With no child, or one that \
                ends before it has taken everything, what waits goes to the next one.

                The message fills the graph's parameters: of a record, the fields that are called like parameters; \
                anything else is the value of the parameter `value`. Other parameters have their defaults. A message \
                that does not fit is an item for `errors`.

                Each time a child has ended (or a message did not fit), `NEXT` is sent on `requestNext`, so that \
                whoever chooses can send the next message; `requestFirst` asks for the first one too.

                At the end of `next` it finishes when the last child has ended. What is then left on `inbox` is shown \
                as unread. Topics inside a child are its own.

                **Example:** a list of files on `next`, each a record with the field `path`, and a graph with the \
                parameter `path` that reads one file: the files come out one behind the other.
                """,
        icon = "mdi2r-rotate-360",
        inboxes = {
            @Box(name = "inbox", help = "Data for the child."),
            @Box(name = Carousel.NEXT, help = "A new child for each message, which fills its parameters.")
        },
        outboxes = {
            @Box(name = "outbox", help = "What the children send."),
            @Box(name = "requestNext", types = MessageType.TEXT, help = "`NEXT`, each time a child has ended."),
            @Box(name = ErrorsBox.NAME, types = MessageType.RECORD, help = ErrorsBox.HELP)
        },
        executions = {Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD})
public final class Carousel implements ReactiveComponent {
    static final String NEXT = "next";

    private static final String INBOX = "inbox";
    private static final String OUTBOX = "outbox";

    private final Settings settings;
    private ComponentContext context;
    private boolean running;
    private boolean leaving;

    /**
     * The settings.
     *
     * @param graph what runs for each message
     * @param requestFirst whether it asks for the first message
     */
    public record Settings(
            @Setting(
                    help = "The graph: `graph:name` for one in this file, `graph:./other.graph.json` for another file.",
                    example = "graph:one-file")
            GraphReference graph,

            @Setting(help = "Whether to ask for the first message on `requestNext`.", defaultValue = "false")
            boolean requestFirst) {}

    /** Made by the engine. */
    public Carousel(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void onStart(ComponentContext context) {
        this.context = context;
        // The children's: it waits for them there, and none of it is taken here.
        context.inbox().hold();
        if (settings.requestFirst()) {
            request();
        }
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        Fragment graph;
        try {
            graph = settings.graph().fragment(parameters(message));
        } catch (IllegalArgumentException unfit) {
            request();
            throw new ItemException("the graph can't be run with this: " + unfit.getMessage(), unfit);
        }
        inbox.hold();
        running = true;
        Child child = context.child("child", graph, _ -> childEnded());
        if (graph.inboxNames().contains(INBOX)) {
            child.passIn(INBOX, INBOX);
        }
        if (graph.outboxNames().contains(OUTBOX)) {
            child.passOut(OUTBOX, OUTBOX);
        }
        child.start();
    }

    private static DataRecord parameters(Object message) {
        return message instanceof DataRecord fields ? fields : DataRecord.of("value", message);
    }

    private void childEnded() {
        running = false;
        request();
        context.inbox(NEXT).resume();
        leaveIfDone();
    }

    private void request() {
        context.outbox("requestNext").send("NEXT");
    }

    @Override
    public void onControl(Object message) {
        if (Status.isFinished(message)) {
            leaving = true;
            leaveIfDone();
        }
    }

    /** Told to finish, it does what waits to be done, and takes nothing more. */
    private void leaveIfDone() {
        if (leaving && !running && context.inbox(NEXT).size() == 0) {
            context.finish();
        }
    }

    @Override
    public void onInboxEnd(Inbox inbox) {
        if (inbox.name().equals(NEXT)) {
            context.finish();
        }
    }
}
