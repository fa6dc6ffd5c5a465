package io.myelin.engine.run;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlannedFragment;
import io.myelin.engine.plan.PlannedFragment.InnerBox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A fragment that one component runs under itself.
 *
 * <p>It ends when the last of its components has: each takes the links that lead into it away before it closes its
 * inboxes, so that the maker is not told that it has nobody left to send to; what was passed in and not read goes back
 * to where it came from, ahead of what comes after it.
 */
final class ChildGraph implements Child, Membership {
    private final RunningComponent maker;
    private final RunningGraph run;
    private final String path;
    private final PlannedFragment fragment;
    private final Consumer<? super ChildEnd> whenEnded;
    private final RunAddition members;
    private final AtomicInteger unended;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean failed;

    /** What was linked or passed into its boxes, and out of them; under the monitor. */
    private final List<WiredLink> linksIn = new ArrayList<>();

    private final Map<WiredInbox, WiredInbox> passedIn = new LinkedHashMap<>();
    private final List<WiredLink> linksOut = new ArrayList<>();
    private final List<WiredOutbox> passedOut = new ArrayList<>();

    ChildGraph(RunningComponent maker, String path, PlannedFragment fragment, Consumer<? super ChildEnd> whenEnded) {
        this.maker = maker;
        this.run = maker.run;
        this.path = path;
        this.fragment = fragment;
        this.whenEnded = whenEnded;
        this.members = run.topology().make(fragment.plan(), this);
        this.unended = new AtomicInteger(members.components().size());
    }

    // ---- For its maker

    @Override
    public String path() {
        return path;
    }

    @Override
    public synchronized void linkIn(String ownOutbox, String inbox) {
        linksIn.add(run.wiring().link(maker.boxes().outbox(ownOutbox), innerInbox(inbox), this));
    }

    @Override
    public synchronized void linkOut(String outbox, String ownInbox) {
        linksOut.add(run.wiring().link(innerOutbox(outbox), maker.boxes().inbox(ownInbox), this));
    }

    @Override
    public synchronized void passIn(String ownInbox, String inbox) {
        WiredInbox outer = maker.boxes().inbox(ownInbox);
        run.wiring().passThrough(outer, innerInbox(inbox));
        passedIn.put(outer, innerInbox(inbox));
    }

    @Override
    public synchronized void passOut(String outbox, String ownOutbox) {
        run.wiring().passThrough(innerOutbox(outbox), maker.boxes().outbox(ownOutbox));
        passedOut.add(innerOutbox(outbox));
    }

    private WiredInbox innerInbox(String name) {
        InnerBox box = fragment.inboxes().get(name);
        if (box == null) {
            throw new IllegalArgumentException("'" + path + "' has no inbox '" + name + "'; its inboxes: "
                    + String.join(", ", fragment.inboxNames()));
        }
        return members.component(path + "/" + box.path()).boxes().inbox(box.box());
    }

    private WiredOutbox innerOutbox(String name) {
        InnerBox box = fragment.outboxes().get(name);
        if (box == null) {
            throw new IllegalArgumentException("'" + path + "' has no outbox '" + name + "'; its outboxes: "
                    + String.join(", ", fragment.outboxNames()));
        }
        return members.component(path + "/" + box.path()).boxes().outbox(box.box());
    }

    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            run.topology().start(members);
            if (members.components().isEmpty()) {
                tellMaker();
            }
        }
    }

    @Override
    public synchronized void finish() {
        run.wiring().together(() -> {
            letGoIn();
            fragment.inboxNames().forEach(name -> run.wiring().seal(innerInbox(name)));
        });
    }

    private synchronized void letGoIn() {
        linksIn.forEach(link -> run.wiring().unlink(link, this));
        linksIn.clear();
        passedIn.forEach((outer, inner) -> run.wiring().cutPassThrough(outer));
    }

    @Override
    public void stop() {
        if (started.compareAndSet(false, true)) {
            // Nothing runs that could end by itself.
            letGoIn();
            unended.set(0);
            tellMaker();
            return;
        }
        run.enter();
        try {
            Object stop = Status.stop("'" + maker.path() + "' has ended it");
            members.components().forEach(component -> component.requestStop(stop));
        } finally {
            run.leave();
        }
    }

    @Override
    public boolean hasEnded() {
        return unended.get() == 0;
    }

    // ---- For its components, on their own threads

    /** {@code component} is about to close its boxes. */
    @Override
    public synchronized void leaves(RunningComponent component) {
        Wiring wiring = run.wiring();
        wiring.together(() -> {
            linksIn.removeIf(link -> link.to().owner().equals(component) && wiring.unlink(link, this));
            passedIn.forEach((outer, inner) -> {
                if (inner.owner().equals(component)) {
                    wiring.giveBack(outer, inner);
                }
            });
        });
        passedIn.values().removeIf(inner -> inner.owner().equals(component));
    }

    /** {@code component} has ended. */
    @Override
    public void hasLeft(RunningComponent component, ComponentStatus as) {
        if (as == ComponentStatus.FAILED) {
            failed = true;
        }
        if (unended.decrementAndGet() == 0) {
            tellMaker();
        }
    }

    private void tellMaker() {
        letGoOut();
        run.topology().remove(members);
        maker.execute(() -> whenEnded.accept(new ChildEnd(this, failed, unread())));
    }

    private synchronized void letGoOut() {
        Wiring wiring = run.wiring();
        wiring.together(() -> {
            linksOut.forEach(link -> wiring.unlink(link, this));
            passedOut.forEach(wiring::cutPassThrough);
        });
        linksOut.clear();
        passedOut.clear();
    }

    /** What was left in its own inboxes; by its maker's thread, which was the last to send there. */
    private Map<String, List<Object>> unread() {
        Map<String, List<Object>> unread = new LinkedHashMap<>();
        for (String name : fragment.inboxNames()) {
            List<Object> left = innerInbox(name).takeUnread();
            if (!left.isEmpty()) {
                unread.put(name, left);
            }
        }
        return unread;
    }
}
