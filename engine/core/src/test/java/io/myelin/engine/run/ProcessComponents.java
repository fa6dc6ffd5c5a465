package io.myelin.engine.run;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Source;
import io.myelin.engine.component.Transform;
import io.myelin.engine.message.DataRecord;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** Components for tests of child processes, where what is written in a test can't be. */
final class ProcessComponents {
    private ProcessComponents() {}

    /** How far to count. */
    public record Count(@Setting(help = "How many.") long count) {}

    /** A folder of the test's. */
    public record Folder(@Setting(help = "Where.") Path folder) {}

    /** Sends 0 and up. */
    @ComponentInfo(
            id = "test.counting",
            title = "Counting",
            summary = "Counts.",
            inboxes = {})
    public static final class Counting extends Source {
        private final Count settings;

        /** Counts so far. */
        public Counting(Count settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return new CountingIterator(settings.count());
        }
    }

    /** Sends on what it gets. */
    @ComponentInfo(id = "test.echo", title = "Echo", summary = "Sends on.")
    public static final class Echo extends Transform {
        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    /** The same, in one method that waits. */
    @ComponentInfo(id = "test.sequential-echo", title = "Echo", summary = "Sends on.")
    public static final class SequentialEcho implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            for (Object message : context.inbox()) {
                context.outbox().send(message);
            }
        }
    }

    /** Tells what it sees of its life. */
    @ComponentInfo(id = "test.telling", title = "Telling", summary = "Tells.")
    public static final class Telling implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.outbox()
                    .send(context.path() + " linked " + context.inbox().isLinked() + " "
                            + context.outbox().isLinked());
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }

        @Override
        public void onControl(Object message) {
            context.outbox().send(DataRecord.of("control", message));
        }

        @Override
        public void onInboxEnd(Inbox inbox) {
            context.outbox().send("end of " + inbox.name());
        }

        @Override
        public void onEnd() {
            context.outbox().send("end");
        }
    }

    /** Takes nothing until there is a file. */
    @ComponentInfo(id = "test.gate", title = "Gate", summary = "Waits for a file.")
    public static final class Gate implements ReactiveComponent {
        private final Folder settings;
        private ComponentContext context;

        /** Waits for a file called {@code open} there. */
        public Gate(Folder settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.inbox().hold();
            look();
        }

        private void look() {
            if (Files.exists(settings.folder().resolve("open"))) {
                context.inbox().resume();
            } else {
                context.schedule(Duration.ofMillis(10), this::look);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }
    }

    /** Does what the messages say. */
    @ComponentInfo(id = "test.obeying", title = "Obeying", summary = "Does what it is told.")
    public static final class Obeying implements ReactiveComponent {
        private final Folder settings;
        private ComponentContext context;
        private int calls;

        /** Remembers in that folder what it has done. */
        public Obeying(Folder settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) throws Exception {
            calls++;
            switch (String.valueOf(message)) {
                case "pid" -> context.outbox().send(ProcessHandle.current().pid());
                case "calls" -> context.outbox().send((long) calls);
                case "fail" -> throw new IllegalStateException("told to fail");
                case "fail once" -> {
                    Path done = settings.folder().resolve("failed");
                    if (!Files.exists(done)) {
                        Files.createFile(done);
                        throw new IllegalStateException("told to fail");
                    }
                    context.outbox().send("not again");
                }
                case "die" -> Runtime.getRuntime().halt(9);
                case "die once" -> {
                    Path done = settings.folder().resolve("died");
                    if (!Files.exists(done)) {
                        Files.createFile(done);
                        Runtime.getRuntime().halt(9);
                    }
                    context.outbox().send("risen");
                }
                case "item" -> throw new ItemException("not this one");
                case "print" -> {
                    System.out.println("out of line");
                    context.console().printLine("in line");
                }
                case "garbage" -> {
                    try (PrintStream raw = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out))) {
                        raw.println("not a frame at all");
                    }
                }
                case "publish" -> {
                    context.publish(List.of("content"));
                    context.progress(3, 7);
                }
                case "unportable" -> context.outbox().send(new Thread("no message"));
                case "large" -> context.outbox().send(io.myelin.engine.message.Bytes.copyOf(new byte[65 << 20]));
                case "folder" ->
                    context.outbox().send(Path.of("").toAbsolutePath().toString());
                case "memory" -> context.outbox().send(Runtime.getRuntime().maxMemory());
                case "memory out" -> {
                    List<byte[]> kept = new java.util.ArrayList<>();
                    while (true) {
                        kept.add(new byte[1 << 20]);
                    }
                }
                case "hang" -> {
                    Files.createFile(settings.folder().resolve("hangs"));
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
                default -> context.outbox().send(message);
            }
        }

        @Override
        public void onStop() throws Exception {
            Files.writeString(settings.folder().resolve("stopped"), "");
        }
    }

    /** Sends on what it gets by one outbox, and that and two more by another. */
    @ComponentInfo(
            id = "test.twofold",
            title = "Twofold",
            summary = "Sends on twice.",
            outboxes = {@Box(name = "outbox", help = "Once."), @Box(name = "other", help = "Thrice.")})
    public static final class Twofold implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send("one " + message);
            context.outbox("other").send("other " + message);
            context.outbox("other").send(List.of(message, message));
            context.outbox("other").send(DataRecord.of("message", message));
        }
    }

    /** Tries to change the graph around it as its messages say, and sends on the others. */
    @ComponentInfo(id = "test.growing", title = "Growing", summary = "Tries to grow.")
    public static final class Growing implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            switch (String.valueOf(message)) {
                case "add inbox" -> context.addInbox("more");
                case "add outbox" -> context.addOutbox("more");
                case "delete inbox" -> context.deleteInbox("inbox");
                case "delete outbox" -> context.deleteOutbox("outbox");
                case "child" -> context.child("small", new Nothing(), _ -> {});
                default -> context.outbox().send(message);
            }
        }
    }

    private record Nothing() implements Fragment {
        @Override
        public List<String> inboxNames() {
            return List.of();
        }

        @Override
        public List<String> outboxNames() {
            return List.of();
        }
    }

    /** Tries to have one more box from its beginning. */
    @ComponentInfo(id = "test.sequential-growing", title = "Growing", summary = "Tries to grow.")
    public static final class SequentialGrowing implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            context.addOutbox("more").send("into nowhere");
        }
    }

    /** Made under another name, it is found by nobody. */
    @ComponentInfo(id = "test.hidden", title = "Hidden", summary = "Not to be found.")
    public static final class Hidden extends Transform {
        @Override
        protected Object apply(Object message) {
            return message;
        }
    }
}
