package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.InboxLimit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of one owner: the data boxes as declared and those added since, then {@code control} and {@code signal},
 * which are made when first asked for, since hardly any component has them linked. Boxes come and go one at a time; any
 * thread may look, and sees them all as they were before or as they are after.
 *
 * <p>What their owner is derived from, and no part of it: so a component at rest is one object less.
 */
abstract class Boxes implements BoxOwner {
    private static final int SCANNED = 8;
    private static final String CONTROL = ComponentType.CONTROL.name();
    private static final String SIGNAL = ComponentType.SIGNAL.name();

    private static final VarHandle RARE;

    static {
        try {
            RARE = MethodHandles.lookup().findVarHandle(Boxes.class, "rare", RareState.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile Few<WiredInbox> dataInboxes;
    private volatile Few<WiredOutbox> dataOutboxes;
    private volatile @Nullable RareState rare;

    /** Boxes that hardly any owner needs. Written under the monitor of all the boxes. */
    static final class Seldom {
        private static final Seldom NONE = new Seldom();

        private volatile @Nullable WiredInbox control;
        private volatile @Nullable WiredOutbox signal;
        private volatile @Nullable ByName byName;
    }

    /** Where there are so many that looking through them would be felt. */
    private record ByName(Map<String, WiredInbox> inboxes, Map<String, WiredOutbox> outboxes) {}

    /** With data boxes as declared; {@code limits} says how much an inbox may hold, by its name. */
    Boxes(List<BoxDeclaration> inboxes, List<BoxDeclaration> outboxes, Function<String, InboxLimit> limits) {
        WiredInbox[] in = new WiredInbox[inboxes.size()];
        for (int i = 0; i < in.length; i++) {
            String name = inboxes.get(i).name();
            in[i] = new WiredInbox(this, name, limits.apply(name), false);
        }
        WiredOutbox[] out = new WiredOutbox[outboxes.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = new WiredOutbox(this, outboxes.get(i).name());
        }
        dataInboxes = Few.of(List.of(in));
        dataOutboxes = Few.of(List.of(out));
    }

    /** Whether its owner has come to its end, which is so before {@link #closeInboxes} is called. Any thread. */
    abstract boolean hasEnded();

    /** Its boxes, as whoever looks at nothing else of it has them. */
    final Boxes boxes() {
        return this;
    }

    /** What few owners have, made where it has not been; any thread. */
    final RareState rareState() {
        RareState made = rare;
        while (made == null) {
            RareState fresh = new RareState();
            made = RARE.compareAndSet(this, null, fresh) ? fresh : rare;
        }
        return made;
    }

    /** The same where it has been made; any thread. */
    final @Nullable RareState rareStateIfAny() {
        return rare;
    }

    private Seldom seen() {
        RareState state = rare;
        Seldom made = state == null ? null : state.boxes();
        return made == null ? Seldom.NONE : made;
    }

    /** Under the monitor. */
    private Seldom making() {
        RareState state = rareState();
        Seldom made = state.boxes();
        if (made == null) {
            made = new Seldom();
            state.boxes(made);
        }
        return made;
    }

    // ---- Boxes come and go

    /** Adds a data inbox called {@code name}, or, where a box is called so, {@code name2}, {@code name3} and so on. */
    final synchronized WiredInbox insertInbox(String name, InboxLimit limit) {
        WiredInbox added = new WiredInbox(this, freeName(name), limit, false);
        dataInboxes = Few.with(dataInboxes, added);
        forgetNames();
        return added;
    }

    /** Adds a data outbox, named as an inbox would be. */
    final synchronized WiredOutbox insertOutbox(String name) {
        WiredOutbox added = new WiredOutbox(this, freeName(name));
        dataOutboxes = Few.with(dataOutboxes, added);
        forgetNames();
        return added;
    }

    private String freeName(String wished) {
        String name = wished;
        for (int number = 2; findInbox(name) != null || findOutbox(name) != null; number++) {
            name = wished + number;
        }
        return name;
    }

    /** Takes away a data inbox, whose links have gone before. Throws IllegalArgumentException for {@code control}. */
    final synchronized void remove(WiredInbox box) {
        throwIfOutOfBand(box.isOutOfBand(), box.name());
        dataInboxes = Few.without(dataInboxes, box);
        forgetNames();
    }

    /** Takes away a data outbox, whose links have gone before. Throws IllegalArgumentException for {@code signal}. */
    final synchronized void remove(WiredOutbox box) {
        throwIfOutOfBand(box.equals(seen().signal), box.name());
        dataOutboxes = Few.without(dataOutboxes, box);
        forgetNames();
    }

    private void throwIfOutOfBand(boolean isOutOfBand, String name) {
        if (isOutOfBand) {
            throw new IllegalArgumentException("'" + path() + "' can't do without its box '" + name + "'");
        }
    }

    private void forgetNames() {
        RareState state = rare;
        Seldom made = state == null ? null : state.boxes();
        if (made != null) {
            made.byName = null;
        }
    }

    // ---- Who is there

    /** The inbox {@code name}; throws IllegalArgumentException, naming those there are, where there is none. */
    final WiredInbox inbox(String name) {
        WiredInbox box = findInbox(name);
        if (box == null) {
            throw new IllegalArgumentException("'" + path() + "' has no inbox '" + name + "'"
                    + (hasOutbox(name) ? " ('" + name + "' is an outbox)" : "") + "; its inboxes: "
                    + String.join(", ", inboxes().stream().map(WiredInbox::name).toList()));
        }
        return box;
    }

    /** The outbox {@code name}; throws IllegalArgumentException, naming those there are, where there is none. */
    final WiredOutbox outbox(String name) {
        WiredOutbox box = findOutbox(name);
        if (box == null) {
            throw new IllegalArgumentException("'" + path() + "' has no outbox '" + name + "'"
                    + (findInbox(name) != null ? " ('" + name + "' is an inbox)" : "") + "; its outboxes: "
                    + String.join(
                            ", ", outboxes().stream().map(WiredOutbox::name).toList()));
        }
        return box;
    }

    final boolean hasInbox(String name) {
        return findInbox(name) != null;
    }

    final boolean hasOutbox(String name) {
        return findOutbox(name) != null;
    }

    private @Nullable WiredInbox findInbox(String name) {
        if (name.equals(CONTROL)) {
            return control();
        }
        if (dataInboxes.count() > SCANNED) {
            return byName().inboxes().get(name);
        }
        for (WiredInbox box : dataInboxes()) {
            if (box.name().equals(name)) {
                return box;
            }
        }
        return null;
    }

    private @Nullable WiredOutbox findOutbox(String name) {
        if (name.equals(SIGNAL)) {
            return signal();
        }
        if (dataOutboxes.count() > SCANNED) {
            return byName().outboxes().get(name);
        }
        for (WiredOutbox box : dataOutboxes()) {
            if (box.name().equals(name)) {
                return box;
            }
        }
        return null;
    }

    private synchronized ByName byName() {
        Seldom making = making();
        ByName made = making.byName;
        if (made == null) {
            made = new ByName(new HashMap<>(), new HashMap<>());
            for (WiredInbox box : dataInboxes()) {
                made.inboxes().put(box.name(), box);
            }
            for (WiredOutbox box : dataOutboxes()) {
                made.outboxes().put(box.name(), box);
            }
            making.byName = made;
        }
        return made;
    }

    final WiredInbox control() {
        WiredInbox made = seen().control;
        return made == null ? makeControl() : made;
    }

    private synchronized WiredInbox makeControl() {
        WiredInbox made = making().control;
        if (made == null) {
            made = new WiredInbox(this, CONTROL, limit(CONTROL), true);
            if (hasEnded()) {
                made.close();
            }
            making().control = made;
        }
        return made;
    }

    final WiredOutbox signal() {
        WiredOutbox made = seen().signal;
        return made == null ? makeSignal() : made;
    }

    private synchronized WiredOutbox makeSignal() {
        WiredOutbox made = making().signal;
        if (made == null) {
            made = new WiredOutbox(this, SIGNAL);
            making().signal = made;
        }
        return made;
    }

    /** Whether anything is linked to {@code signal}. */
    final boolean isSignalLinked() {
        WiredOutbox made = seen().signal;
        return made != null && made.isLinked();
    }

    /** The data inboxes, as they are kept. */
    final Few<WiredInbox> data() {
        return dataInboxes;
    }

    final List<WiredInbox> dataInboxes() {
        return Few.asList(dataInboxes);
    }

    final List<WiredOutbox> dataOutboxes() {
        return Few.asList(dataOutboxes);
    }

    /** Whether anything feeds the data inboxes. */
    final boolean haveLinkedInbox() {
        for (WiredInbox inbox : dataInboxes()) {
            if (inbox.isLinked()) {
                return true;
            }
        }
        return false;
    }

    /** Whether something is linked to the data outboxes, and all that is has closed. */
    final boolean haveClosedOutboxesOnly() {
        boolean linked = false;
        for (WiredOutbox outbox : dataOutboxes()) {
            if (outbox.isLinked()) {
                if (!outbox.isClosed()) {
                    return false;
                }
                linked = true;
            }
        }
        return linked;
    }

    /** Whether a data inbox has come to an end that was not that of a whole stream. For the owner. */
    final boolean haveEndedCutOff() {
        for (WiredInbox inbox : dataInboxes()) {
            if (inbox.hasEndedCutOff()) {
                return true;
            }
        }
        return false;
    }

    /** The first inbox in which a message waits, {@code control} before the others; null where none does. */
    @Nullable
    final WiredInbox firstReady() {
        WiredInbox outOfBand = seen().control;
        if (outOfBand != null && outOfBand.size() > 0) {
            return outOfBand;
        }
        for (WiredInbox inbox : dataInboxes()) {
            if (inbox.size() > 0) {
                return inbox;
            }
        }
        return null;
    }

    /** Wakes senders that wait for room in any of them; after a full fence, for the owner. */
    final void serveSendersOfAll() {
        Few<WiredInbox> data = dataInboxes;
        for (int i = 0; i < data.count(); i++) {
            data.at(i).serveSenders();
        }
        WiredInbox outOfBand = seen().control;
        if (outOfBand != null) {
            outOfBand.serveSenders();
        }
    }

    /** Whether a data inbox keeps storage for messages. For the owner. */
    final boolean haveRing() {
        Few<WiredInbox> data = dataInboxes;
        for (int i = 0; i < data.count(); i++) {
            if (data.at(i).hasRing()) {
                return true;
            }
        }
        return false;
    }

    /** Lets go what waits on {@code control}, and counts as unread all but {@code taken}. For the owner. */
    final void dropControl(Object taken) {
        WiredInbox outOfBand = seen().control;
        if (outOfBand == null) {
            return;
        }
        Object waiting = outOfBand.poll();
        while (waiting != null) {
            if (!waiting.equals(taken)) {
                outOfBand.countUnread();
            }
            waiting = outOfBand.poll();
        }
    }

    /** The end of their owner: closes its outboxes behind their last messages, which may be cut off, then its inboxes. */
    final void close(Wiring wiring, boolean cutOff) {
        madeOutboxes().forEach(outbox -> wiring.finish(outbox, cutOff));
        closeInboxes(wiring);
    }

    /** The end of their owner, as one of all that end: closes its inboxes, and its outboxes have no end of their own. */
    final void closeInboxes(Wiring wiring) {
        List<WiredInbox> made;
        synchronized (this) {
            // Who makes one more has published it by now, or sees that it comes after the end.
            made = madeInboxes();
        }
        made.forEach(wiring::close);
    }

    /** All inboxes, {@code control} last. */
    final List<WiredInbox> inboxes() {
        control();
        return madeInboxes();
    }

    /** All outboxes, {@code signal} last. */
    final List<WiredOutbox> outboxes() {
        signal();
        return madeOutboxes();
    }

    /** All inboxes, but for {@code control} where nobody has asked for it yet. */
    final List<WiredInbox> madeInboxes() {
        WiredInbox outOfBand = seen().control;
        if (outOfBand == null) {
            return dataInboxes();
        }
        List<WiredInbox> all = new ArrayList<>(dataInboxes());
        all.add(outOfBand);
        return all;
    }

    /** All outboxes, but for {@code signal} where nobody has asked for it yet. */
    final List<WiredOutbox> madeOutboxes() {
        WiredOutbox outOfBand = seen().signal;
        if (outOfBand == null) {
            return dataOutboxes();
        }
        List<WiredOutbox> all = new ArrayList<>(dataOutboxes());
        all.add(outOfBand);
        return all;
    }
}
