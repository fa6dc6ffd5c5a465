package io.myelin.engine.watch.recording;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Timer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an outside component has of the world, listened to. Looking at things is not noted: it changes nothing. */
final class RecordedContext implements ComponentContext {
    private final ComponentContext context;
    private final OutsideRecorder recorder;
    private final BoxNumbers numbers;
    private final Map<String, Inbox> inboxes = new HashMap<>();
    private final Map<String, Outbox> outboxes = new HashMap<>();
    private final Console console = new RecordedConsole();

    RecordedContext(ComponentContext context, OutsideRecorder recorder) {
        this.context = context;
        this.recorder = recorder;
        this.numbers = recorder.numbers();
    }

    @Override
    public String path() {
        return context.path();
    }

    @Override
    public Inbox inbox(String name) {
        Inbox known = inboxes.get(name);
        if (known == null) {
            known = new RecordedInbox(context.inbox(name), numbers.ofInbox(name), recorder);
            inboxes.put(name, known);
        }
        return known;
    }

    @Override
    public Outbox outbox(String name) {
        Outbox known = outboxes.get(name);
        if (known == null) {
            known = new RecordedOutbox(context.outbox(name), numbers.ofOutbox(name), recorder);
            outboxes.put(name, known);
        }
        return known;
    }

    @Override
    public Inbox addInbox(String name) {
        Inbox added = recorder.calls(() -> noteBox(CallKind.ADD_INBOX, name), () -> context.addInbox(name));
        numbers.ofInbox(added.name());
        return inbox(added.name());
    }

    @Override
    public Outbox addOutbox(String name) {
        Outbox added = recorder.calls(() -> noteBox(CallKind.ADD_OUTBOX, name), () -> context.addOutbox(name));
        numbers.ofOutbox(added.name());
        return outbox(added.name());
    }

    @Override
    public int deleteInbox(String name) {
        inboxes.remove(name);
        return recorder.calls(() -> noteBox(CallKind.DELETE_INBOX, name), () -> context.deleteInbox(name));
    }

    @Override
    public void deleteOutbox(String name) {
        outboxes.remove(name);
        recorder.does(() -> noteBox(CallKind.DELETE_OUTBOX, name), () -> context.deleteOutbox(name));
    }

    private void noteBox(CallKind kind, String name) {
        recorder.journal().text(recorder.component(), kind, 0, name);
    }

    @Override
    public Child child(String name, Fragment fragment, Consumer<? super ChildEnd> whenEnded) {
        return recorder.calls(
                () -> recorder.journal()
                        .endHere("the component '" + recorder.path() + "' reaches outside and starts others, which is"
                                + " not recorded"),
                () -> context.child(
                        name,
                        fragment,
                        end -> recorder.task(() -> whenEnded.accept(end)).run()));
    }

    @Override
    public @Nullable Inbox anyReady() {
        Inbox ready = context.anyReady();
        return ready == null ? null : inbox(ready.name());
    }

    @Override
    public @Nullable Inbox awaitAny(Duration atMost) {
        recorder.does(
                () -> recorder.journal().call(recorder.component(), CallKind.AWAIT_ANY, nanos(atMost)),
                () -> context.awaitAny(atMost));
        return anyReady();
    }

    @Override
    public void finish() {
        recorder.does(() -> recorder.journal().call(recorder.component(), CallKind.FINISH), context::finish);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        long[] number = new long[1];
        Timer timer = recorder.calls(
                () -> {
                    number[0] = recorder.nextTimer();
                    recorder.journal().call(recorder.component(), CallKind.SCHEDULE, nanos(delay));
                },
                () -> context.schedule(delay, recorder.task(task)));
        return () -> recorder.does(
                () -> recorder.journal().call(recorder.component(), CallKind.CANCEL, number[0]), timer::cancel);
    }

    private static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0
                ? Long.MAX_VALUE
                : Math.max(0, time.isNegative() ? 0 : time.toNanos());
    }

    @Override
    public void execute(Runnable task) {
        recorder.executes(task, context::execute);
    }

    @Override
    public OutsideWork expect(String what) {
        return recorder.expecting(recorder.calls(
                () -> recorder.journal().text(recorder.component(), CallKind.EXPECT, 0, what),
                () -> context.expect(what)));
    }

    @Override
    public Instant now() {
        return context.now();
    }

    @Override
    public long nanoTime() {
        return context.nanoTime();
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public void notice(String sentence) {
        recorder.does(
                () -> recorder.journal().text(recorder.component(), CallKind.NOTICE, 0, sentence),
                () -> context.notice(sentence));
    }

    @Override
    public void progress(long done, long total) {
        context.progress(done, total);
    }

    @Override
    public void publish(Object content) {
        recorder.does(
                () -> {
                    if (MessageEncoding.isPortable(content)) {
                        recorder.journal().message(recorder.component(), CallKind.PUBLISH, 0, "", content);
                    }
                },
                () -> context.publish(content));
    }

    @Override
    public boolean isWatched() {
        return context.isWatched();
    }

    /** Notes what has been printed. */
    private final class RecordedConsole implements Console {
        @Override
        public @Nullable String readLine() throws IOException {
            return context.console().readLine();
        }

        @Override
        public void printLine(String line) throws IOException {
            context.console().printLine(line);
            recorder.noteDone(CallKind.PRINT, line, EventKind.PRINT);
        }

        @Override
        public void flush() throws IOException {
            context.console().flush();
        }
    }
}
