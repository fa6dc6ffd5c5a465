package io.myelin.palette;

import io.myelin.engine.component.BoundSettings;
import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ItemException;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SettingProblem;
import io.myelin.engine.component.Timer;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonValues;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs one reactive component on the test's own thread with a clock that the test moves: every inbox and outbox is linked,
 * outboxes have as much room as the test gives.
 */
public final class Bench implements ComponentContext {
    private final ReactiveComponent component;
    private final Map<String, FakeInbox> inboxes = new LinkedHashMap<>();
    private final Map<String, FakeOutbox> outboxes = new LinkedHashMap<>();
    private final FakeInbox control = new FakeInbox("control");
    private final Queue<Due> timers =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparing(Due::order));
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Set<String> expected = ConcurrentHashMap.newKeySet();
    private final Set<FakeInbox> endsTold = new HashSet<>();
    private final TestConsole console = new TestConsole();
    private final List<Long> progress = new ArrayList<>();
    private long clock = 1_000_000_000L;
    private long nanosALook;
    private final AtomicInteger calledFor = new AtomicInteger();
    private long order;
    private boolean started;
    private boolean finishAsked;
    private boolean endTold;
    private boolean ended;

    private record Due(long at, long order, Runnable task) {}

    private Bench(ComponentType type, Record settings) throws Exception {
        component = (ReactiveComponent) type.create(settings);
        type.inboxes(settings).forEach(box -> inboxes.put(box.name(), new FakeInbox(box.name())));
        type.outboxes(settings).forEach(box -> outboxes.put(box.name(), new FakeOutbox(box.name())));
    }

    /** A new component of {@code type} with the settings that {@code json} says. */
    public static Bench of(Class<? extends Component> type, String json) throws Exception {
        ComponentType componentType = ComponentType.of(type);
        return new Bench(componentType, settings(componentType, json));
    }

    /** The settings of {@code type} that {@code json} says. */
    public static Record settings(ComponentType type, String json) {
        BoundSettings bound = bind(type, json);
        return bound.settings().orElseThrow(() -> new AssertionError(type.id() + ": " + bound.problems()));
    }

    /** What is wrong with {@code json} as settings, in sentences. */
    public static List<String> problems(Class<? extends Component> type, String json) {
        return bind(ComponentType.of(type), json).problems().stream()
                .map(SettingProblem::toString)
                .toList();
    }

    private static BoundSettings bind(ComponentType type, String json) {
        return type.settings()
                .bind((DataRecord) JsonValues.parse(json), Path.of("").toAbsolutePath());
    }

    // ---- What the test does

    /** Starts the component and lets it go as far as it can. */
    public Bench start() throws Exception {
        started = true;
        component.onStart(this);
        settle();
        return this;
    }

    /** Delivers messages to {@code inbox}. */
    public Bench send(Object... messages) throws Exception {
        return sendTo("inbox", messages);
    }

    /** Delivers messages to an inbox. */
    public Bench sendTo(String inbox, Object... messages) throws Exception {
        inboxes.get(inbox).waiting.addAll(List.of(messages));
        settle();
        return this;
    }

    /** Brings all inboxes to their end. */
    public Bench end() throws Exception {
        inboxes.values().forEach(inbox -> inbox.closed = true);
        settle();
        return this;
    }

    /** Brings one inbox to its end. */
    public Bench end(String inbox) throws Exception {
        inboxes.get(inbox).closed = true;
        settle();
        return this;
    }

    /** Moves the clock on, stopping at each timer. */
    public Bench advance(Duration by) throws Exception {
        long until = clock + by.toNanos();
        while (!timers.isEmpty() && timers.peek().at() <= until && isFree()) {
            clock = Math.max(clock, timers.peek().at());
            settle();
        }
        clock = until;
        settle();
        return this;
    }

    /** From now on so much time goes by between one look at the clock by the component and the next. */
    public Bench slowedDown(Duration fromLookToLook) {
        nanosALook = fromLookToLook.toNanos();
        return this;
    }

    /** Gives {@code outbox} room for so many messages. */
    public Bench room(int messages) throws Exception {
        outboxes.get("outbox").room = messages;
        if (started) {
            settle();
        }
        return this;
    }

    /** Stops the component hard. */
    public void stop() throws Exception {
        close();
    }

    /** Lets what comes from outside come, for at most ten seconds, until the component has finished. */
    public Bench awaitFinished() throws Exception {
        return await(() -> ended);
    }

    /** Lets what comes from outside come until {@code done}. */
    public Bench await(java.util.function.BooleanSupplier done) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("waited in vain; expected from outside: " + expected);
            }
            Runnable task = tasks.poll(20, TimeUnit.MILLISECONDS);
            if (task != null) {
                call(task::run, null);
            }
            settle();
        }
        return this;
    }

    // ---- What the test sees

    /** What has been sent on {@code outbox}. */
    public List<Object> sent() {
        return sent("outbox");
    }

    /** What has been sent on an outbox. */
    public List<Object> sent(String outbox) {
        return Collections.unmodifiableList(outboxes.get(outbox).sent);
    }

    /** The texts of the errors so far. */
    public List<String> errors() {
        return sent("errors").stream()
                .map(error -> String.valueOf(((DataRecord) error).get("error")))
                .toList();
    }

    /** Whether the component has come to its end. */
    public boolean isFinished() {
        return ended;
    }

    /** Whether the component expects something from outside. */
    public boolean expectsAnything() {
        return !expected.isEmpty();
    }

    /** How often a callback has been asked for, from whatever thread. */
    public int callbacksAskedFor() {
        return calledFor.get();
    }

    /** How many messages wait on {@code inbox}. */
    public int waiting() {
        return inboxes.get("inbox").size();
    }

    /** The bytes done, as said. */
    public List<Long> progress() {
        return progress;
    }

    @Override
    public TestConsole console() {
        return console;
    }

    // ---- The engine's part

    private boolean isFree() {
        return !ended && outboxes.values().stream().allMatch(FakeOutbox::flush);
    }

    private void settle() throws Exception {
        boolean moved = started;
        while (moved && isFree()) {
            moved = step();
        }
    }

    private boolean step() throws Exception {
        if (finishAsked) {
            close();
            return false;
        }
        Runnable task = tasks.poll();
        if (task == null && !timers.isEmpty() && timers.peek().at() <= clock) {
            task = timers.remove().task();
        }
        if (task != null) {
            call(task::run, null);
            return true;
        }
        for (FakeInbox inbox : inboxes.values()) {
            Object message = inbox.held ? null : inbox.waiting.poll();
            if (message != null) {
                call(() -> component.onMessage(inbox, message), message);
                return true;
            }
            if (inbox.isAtEnd() && !inbox.held && endsTold.add(inbox)) {
                component.onInboxEnd(inbox);
                return true;
            }
        }
        return ends();
    }

    private boolean ends() throws Exception {
        if (!inboxes.values().stream().allMatch(inbox -> inbox.isAtEnd() && !inbox.held)) {
            return false;
        }
        if (!endTold && !inboxes.isEmpty()) {
            endTold = true;
            component.onEnd();
            return true;
        }
        if (timers.isEmpty() && tasks.isEmpty() && expected.isEmpty()) {
            close();
        }
        return false;
    }

    private void close() throws Exception {
        if (!ended) {
            ended = true;
            component.onStop();
        }
    }

    private interface Call {
        void run() throws Exception;
    }

    private void call(Call call, Object item) throws Exception {
        try {
            call.run();
        } catch (ItemException flaw) {
            if (!outboxes.containsKey("errors")) {
                throw flaw;
            }
            outboxes.get("errors")
                    .send(DataRecord.of(
                            "error", flaw.getMessage(), "item", flaw.item().orElse(item)));
        }
    }

    // ---- What the component sees

    @Override
    public String path() {
        return "bench";
    }

    @Override
    public Inbox inbox(String name) {
        return name.equals("control") ? control : inboxes.get(name);
    }

    @Override
    public Outbox outbox(String name) {
        return outboxes.get(name);
    }

    @Override
    public Inbox addInbox(String name) {
        FakeInbox added = new FakeInbox(name);
        inboxes.put(name, added);
        return added;
    }

    @Override
    public Outbox addOutbox(String name) {
        FakeOutbox added = new FakeOutbox(name);
        outboxes.put(name, added);
        return added;
    }

    @Override
    public int deleteInbox(String name) {
        return inboxes.remove(name).waiting.size();
    }

    @Override
    public void deleteOutbox(String name) {
        outboxes.remove(name);
    }

    @Override
    public Child child(String name, Fragment fragment, Consumer<? super ChildEnd> whenEnded) {
        throw new UnsupportedOperationException("a bench runs one component; children need a run");
    }

    @Override
    public Inbox anyReady() {
        return null;
    }

    @Override
    public Inbox awaitAny(Duration atMost) {
        throw new IllegalStateException("for sequential components");
    }

    @Override
    public void finish() {
        finishAsked = true;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Due due = new Due(clock + Math.max(0, delay.toNanos()), order++, task);
        timers.add(due);
        return () -> timers.remove(due);
    }

    @Override
    public void execute(Runnable task) {
        calledFor.incrementAndGet();
        tasks.add(task);
    }

    @Override
    public OutsideWork expect(String what) {
        String unique = what + " #" + expected.size() + "/" + System.nanoTime();
        expected.add(unique);
        return () -> expected.remove(unique);
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(clock);
    }

    @Override
    public long nanoTime() {
        clock += nanosALook;
        return clock;
    }

    @Override
    public void progress(long done, long total) {
        progress.add(done);
    }

    @Override
    public void notice(String sentence) {}

    @Override
    public void publish(Object content) {}

    @Override
    public boolean isWatched() {
        return false;
    }

    private static final class FakeInbox implements Inbox {
        private final String name;
        private final Deque<Object> waiting = new ArrayDeque<>();
        private boolean held;
        private boolean closed;

        FakeInbox(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Object poll() {
            return waiting.poll();
        }

        @Override
        public Object receive() {
            throw new IllegalStateException("for sequential components");
        }

        @Override
        public int size() {
            return waiting.size();
        }

        @Override
        public int capacity() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean isLinked() {
            return true;
        }

        @Override
        public boolean isAtEnd() {
            return closed && waiting.isEmpty();
        }

        @Override
        public boolean isCutOff() {
            return false;
        }

        @Override
        public void hold() {
            held = true;
        }

        @Override
        public void resume() {
            held = false;
        }

        @Override
        public Iterator<Object> iterator() {
            throw new IllegalStateException("for sequential components");
        }
    }

    private final class FakeOutbox implements Outbox {
        private final String name;
        private final List<Object> sent = new ArrayList<>();
        private final Deque<Iterator<?>> pending = new ArrayDeque<>();
        private int room = Integer.MAX_VALUE;

        FakeOutbox(String name) {
            this.name = name;
        }

        /** Sends what is pending as far as there is room; true where nothing is left. */
        boolean flush() {
            while (!pending.isEmpty()) {
                Iterator<?> messages = pending.peek();
                try {
                    while (room > 0 && messages.hasNext()) {
                        sent.add(messages.next());
                        room--;
                    }
                    if (room == 0 && messages.hasNext()) {
                        return false;
                    }
                } catch (ItemException flaw) {
                    pending.remove();
                    outboxes.get("errors")
                            .send(DataRecord.of(
                                    "error",
                                    flaw.getMessage(),
                                    "item",
                                    flaw.item().orElseThrow()));
                    continue;
                }
                pending.remove();
            }
            return true;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(Object message) {
            sendAll(List.of(message).iterator());
        }

        @Override
        public boolean offer(Object message) {
            if (!hasRoom()) {
                return false;
            }
            send(message);
            return true;
        }

        @Override
        public void sendAll(Iterator<?> messages) {
            pending.add(messages);
            flush();
        }

        @Override
        public boolean hasRoom() {
            return room > 0 && pending.isEmpty();
        }

        @Override
        public boolean isLinked() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return false;
        }
    }

    /** A console in memory. */
    public static final class TestConsole implements Console {
        private final LinkedBlockingQueue<String> input = new LinkedBlockingQueue<>();
        private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
        private volatile String broken = "";

        /** What has been printed. */
        public List<String> printed() {
            return printed;
        }

        /** Makes printing fail with this text from now on. */
        public void breakWith(String text) {
            broken = text;
        }

        /** Has this line read. */
        public void type(String line) {
            input.add(line);
        }

        /** Nothing more is to be read. */
        public void endInput() {
            input.add("\0end");
        }

        @Override
        public String readLine() throws java.io.IOException {
            try {
                String line = input.take();
                return line.equals("\0end") ? null : line;
            } catch (InterruptedException _) {
                throw new java.io.InterruptedIOException("interrupted");
            }
        }

        @Override
        public void printLine(String line) throws java.io.IOException {
            if (!broken.isEmpty()) {
                throw new java.io.IOException(broken);
            }
            printed.add(line);
        }

        @Override
        public void flush() {}
    }
}
