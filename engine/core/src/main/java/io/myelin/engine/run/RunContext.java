package io.myelin.engine.run;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one component sees of its run. */
final class RunContext implements ComponentContext {
    private final RunningComponent component;

    RunContext(RunningComponent component) {
        this.component = component;
    }

    @Override
    public String path() {
        return component.path();
    }

    @Override
    public Inbox inbox(String name) {
        return component.boxes().inbox(name);
    }

    @Override
    public Outbox outbox(String name) {
        return component.boxes().outbox(name);
    }

    @Override
    public Inbox addInbox(String name) {
        return component.addInbox(name);
    }

    @Override
    public Outbox addOutbox(String name) {
        return component.addOutbox(name);
    }

    @Override
    public int deleteInbox(String name) {
        return component.deleteInbox(name);
    }

    @Override
    public void deleteOutbox(String name) {
        component.deleteOutbox(name);
    }

    @Override
    public Child child(String name, Fragment fragment, Consumer<? super ChildEnd> whenEnded) {
        return component.child(name, fragment, Objects.requireNonNull(whenEnded, "whenEnded"));
    }

    @Override
    public @Nullable Inbox anyReady() {
        return component.boxes().firstReady();
    }

    @Override
    public @Nullable Inbox awaitAny(Duration atMost) {
        if (component instanceof SequentialDriver sequential) {
            sequential.awaitAny(atMost);
            return anyReady();
        }
        throw new IllegalStateException(
                "'" + path() + "' is reactive: it is called when a message comes, and can't" + " wait for one");
    }

    @Override
    public void finish() {
        component.note(RunningComponent.FINISH);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return component.schedule(delay, Objects.requireNonNull(task, "task"));
    }

    @Override
    public void execute(Runnable task) {
        component.execute(Objects.requireNonNull(task, "task"));
    }

    @Override
    public OutsideWork expect(String what) {
        return component.expect(Objects.requireNonNull(what, "what"));
    }

    @Override
    public Instant now() {
        return component.run.scheduler().now();
    }

    @Override
    public long nanoTime() {
        return component.nanoTime();
    }

    @Override
    public Console console() {
        return component.run.options().console();
    }

    @Override
    public void notice(String sentence) {
        component.run.notice(new RunNotice(path(), component.run.redact(Objects.requireNonNull(sentence, "sentence"))));
    }

    @Override
    public void progress(long done, long total) {
        component.progress(done, total);
    }

    @Override
    public void publish(Object content) {
        component.publish(Objects.requireNonNull(content, "content"));
    }

    @Override
    public boolean isWatched() {
        return component.run.isWatched();
    }
}
