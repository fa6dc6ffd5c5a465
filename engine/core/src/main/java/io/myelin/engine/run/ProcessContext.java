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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * In a child process: what the component sees of its run. What would change the graph around it is refused at once: it
 * would be changed here alone, where nobody could link to it or see it.
 */
final class ProcessContext implements ComponentContext {
    private final ComponentContext context;

    /** As {@code context}, but for what only the run that it belongs to could do. */
    ProcessContext(ComponentContext context) {
        this.context = context;
    }

    private UnsupportedOperationException refusal(String tried, String instead) {
        return new UnsupportedOperationException("The component '" + path() + "' runs in a process of its own, where it"
                + " can't " + tried + ": the rest of the graph would not see it. Run it as a tasklet or a thread"
                + instead + ".");
    }

    @Override
    public Inbox addInbox(String name) {
        throw refusal("add the inbox '" + name + "'", ", or declare the inbox in its @ComponentInfo");
    }

    @Override
    public Outbox addOutbox(String name) {
        throw refusal("add the outbox '" + name + "'", ", or declare the outbox in its @ComponentInfo");
    }

    @Override
    public int deleteInbox(String name) {
        throw refusal("delete the inbox '" + name + "'", "");
    }

    @Override
    public void deleteOutbox(String name) {
        throw refusal("delete the outbox '" + name + "'", "");
    }

    @Override
    public Child child(String name, Fragment fragment, Consumer<? super ChildEnd> whenEnded) {
        throw refusal("start the child '" + name + "'", "");
    }

    // ---- As everywhere

    @Override
    public String path() {
        return context.path();
    }

    @Override
    public Inbox inbox(String name) {
        return context.inbox(name);
    }

    @Override
    public Outbox outbox(String name) {
        return context.outbox(name);
    }

    @Override
    public @Nullable Inbox anyReady() {
        return context.anyReady();
    }

    @Override
    public @Nullable Inbox awaitAny(Duration atMost) {
        return context.awaitAny(atMost);
    }

    @Override
    public void finish() {
        context.finish();
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return context.schedule(delay, task);
    }

    @Override
    public void execute(Runnable task) {
        context.execute(task);
    }

    @Override
    public OutsideWork expect(String what) {
        return context.expect(what);
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
        return context.console();
    }

    @Override
    public void notice(String sentence) {
        context.notice(sentence);
    }

    @Override
    public void progress(long done, long total) {
        context.progress(done, total);
    }

    @Override
    public void publish(Object content) {
        context.publish(content);
    }

    @Override
    public boolean isWatched() {
        return context.isWatched();
    }
}
