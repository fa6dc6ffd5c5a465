package io.myelin.engine.watch.recording;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Reach;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Source;
import io.myelin.engine.component.Transform;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Components for tests of recordings: some deterministic, some that reach outside, some that should say so. */
public final class RecordedComponents {
    static final ComponentCatalog CATALOG = ComponentCatalog.of(Stream.of(
                    Count.class,
                    Lines.class,
                    Feed.class,
                    Slow.class,
                    Pass.class,
                    Split.class,
                    Relay.class,
                    Flaky.class,
                    Tick.class,
                    Unsteady.class,
                    Print.class,
                    Broken.class,
                    Answer.class,
                    Secretive.class)
            .map(ComponentType::of)
            .toList());

    private RecordedComponents() {}

    /** How many. */
    public record CountSettings(@Setting(help = "How many.") long count) {}

    /** A file. */
    public record FileSettings(@Setting(help = "The file.") Path path) {}

    /** A text. */
    public record TextSettings(@Setting(help = "The text.") String text) {}

    /** Sends 1 and up. */
    @ComponentInfo(
            id = "test.count",
            title = "Count",
            summary = "Sends 1 and up.",
            inboxes = {})
    public static final class Count extends Source {
        private final CountSettings settings;

        public Count(CountSettings settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return LongStream.rangeClosed(1, settings.count()).iterator();
        }
    }

    /** Sends the lines of a file. */
    @ComponentInfo(
            id = "test.lines",
            title = "Lines",
            summary = "Sends lines.",
            inboxes = {},
            reaches = Reach.READS_FILES)
    public static final class Lines extends Source {
        private final FileSettings settings;

        public Lines(FileSettings settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) throws IOException {
            return Files.readAllLines(settings.path()).iterator();
        }
    }

    /** A thread of its own sends random numbers, at random times. */
    @ComponentInfo(
            id = "test.feed",
            title = "Feed",
            summary = "Feeds.",
            inboxes = {},
            reaches = Reach.NETWORK)
    public static final class Feed implements ReactiveComponent {
        private final CountSettings settings;

        public Feed(CountSettings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext context) {
            OutsideWork feed = context.expect("a feed");
            Thread.ofVirtual().start(() -> {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                for (long i = 0; i < settings.count(); i++) {
                    long number = random.nextLong(1000);
                    context.execute(() -> context.outbox().send(number));
                    LockSupport.parkNanos(random.nextLong(200_000));
                }
                feed.done();
            });
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }

    /** Sends on what it gets, after it has waited outside for long. */
    @ComponentInfo(
            id = "test.slow",
            title = "Slow",
            summary = "Waits outside.",
            executions = {Execution.TASKLET, Execution.THREAD},
            reaches = Reach.NETWORK)
    public static final class Slow implements SequentialComponent {
        @Override
        public void main(ComponentContext context) throws InterruptedException {
            for (Object message : context.inbox()) {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(6));
                context.outbox().send(message);
            }
        }
    }

    /** Sends on what it gets. */
    @ComponentInfo(id = "test.pass", title = "Pass", summary = "Passes.")
    public static final class Pass extends Transform {
        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    /** Sends a record for each second message, the others elsewhere as they are. */
    @ComponentInfo(
            id = "test.split",
            title = "Split",
            summary = "Splits.",
            outboxes = {@Box(name = "outbox", help = "Odd."), @Box(name = "even", help = "Even.")})
    public static final class Split implements ReactiveComponent {
        private ComponentContext context;
        private long count;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (count++ % 2 == 0) {
                context.outbox().send(DataRecord.of("number", count, "of", message));
            } else {
                context.outbox("even").send(message);
            }
        }
    }

    /** Sends on what it gets, in a main method, and a list of every ten. */
    @ComponentInfo(id = "test.relay", title = "Relay", summary = "Relays.")
    public static final class Relay implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            List<Object> ten = new ArrayList<>();
            for (Object message : context.inbox()) {
                context.outbox().send(message);
                ten.add(message);
                if (ten.size() == 10) {
                    context.outbox().send(List.copyOf(ten));
                    ten.clear();
                }
            }
        }
    }

    /** Fails now and then. */
    @ComponentInfo(id = "test.flaky", title = "Flaky", summary = "Fails.")
    public static final class Flaky extends Transform {
        private int handled;

        @Override
        protected Object apply(Object message) {
            if (handled++ == 40) {
                throw new IllegalStateException("tired after 40");
            }
            return message;
        }
    }

    /** Sends the time, again and again. */
    @ComponentInfo(
            id = "test.tick",
            title = "Tick",
            summary = "Ticks.",
            inboxes = {})
    public static final class Tick implements ReactiveComponent {
        private final CountSettings settings;
        private long sent;

        public Tick(CountSettings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext context) {
            if (sent < settings.count()) {
                context.schedule(Duration.ofMillis(1), () -> {
                    context.outbox()
                            .send(DataRecord.of(
                                    "nanos",
                                    context.nanoTime(),
                                    "now",
                                    context.now().toString()));
                    sent++;
                    onStart(context);
                });
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }

    /** Is not the same each time, and does not say so. */
    @ComponentInfo(id = "test.unsteady", title = "Unsteady", summary = "Draws lots.")
    public static final class Unsteady extends Transform {
        private long handled;

        @Override
        protected Object apply(Object message) {
            return ++handled < 30 ? message : (Object) System.nanoTime();
        }
    }

    /** Prints. */
    @ComponentInfo(
            id = "test.print",
            title = "Print",
            summary = "Prints.",
            outboxes = {},
            executions = {Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD},
            reaches = Reach.CONSOLE)
    public static final class Print implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) throws IOException {
            context.console().printLine(MessageText.of(message));
        }

        @Override
        public void onEnd() {
            context.notice("That was " + (context.inbox().isCutOff() ? "not " : "") + "all.");
        }
    }

    /** Fails outside: at first when made, then on a message, then on every message that is a number. */
    @ComponentInfo(
            id = "test.broken",
            title = "Broken",
            summary = "Breaks.",
            outboxes = {@Box(name = "outbox", help = "Out."), @Box(name = "errors", help = "Errors.")},
            reaches = Reach.NETWORK)
    public static final class Broken implements ReactiveComponent {
        private static final Map<String, Integer> MADE = new HashMap<>();

        private final int made;
        private ComponentContext context;

        public Broken(TextSettings settings) {
            synchronized (MADE) {
                made = MADE.merge(settings.text(), 1, Integer::sum);
            }
            if (made == 1) {
                throw new IllegalStateException("no connection at first");
            }
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) throws IOException {
            if (made == 2 && message instanceof Long number && number == 5) {
                throw new IOException("connection reset at 5");
            }
            if (message instanceof Long number && number % 10 == 0) {
                throw new ItemException("ten times something: " + number);
            }
            context.outbox().send(message);
        }
    }

    /** Asks outside: holds its inbox until the answer comes, gives up by a timer that the answer takes back. */
    @ComponentInfo(id = "test.answer", title = "Answer", summary = "Asks outside.", reaches = Reach.NETWORK)
    public static final class Answer implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            inbox.hold();
            OutsideWork answer = context.expect("an answer");
            var timer = context.schedule(
                    Duration.ofSeconds(50), () -> context.outbox().send("no answer"));
            Thread.ofVirtual().start(() -> {
                String text = message + " at " + System.nanoTime();
                context.execute(() -> {
                    answer.done();
                    timer.cancel();
                    inbox.resume();
                    context.outbox().sendAll(List.of(text, text.length()).iterator());
                });
            });
        }
    }

    /** Sends a text of its settings, and its length. */
    @ComponentInfo(
            id = "test.secretive",
            title = "Secretive",
            summary = "Sends its text.",
            inboxes = {},
            reaches = Reach.NETWORK)
    public static final class Secretive implements ReactiveComponent {
        private final TextSettings settings;

        public Secretive(TextSettings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext context) {
            context.outbox().send(DataRecord.of("token", "Bearer " + settings.text()));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }
}
