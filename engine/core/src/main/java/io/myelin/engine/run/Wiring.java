package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.plan.PlannedLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is linked to whom: the control plane of a run. Every change is made under one lock, and what it means for sending
 * is worked out at once: each outbox gets an array of the final inboxes that its messages go to, so that passthroughs,
 * however deep, cost a send nothing. Senders never come here.
 */
final class Wiring {
    private final Map<WiredOutbox, List<WiredOutbox>> passersTo = new IdentityHashMap<>();
    private final Map<WiredInbox, List<WiredInbox>> passersInto = new IdentityHashMap<>();
    private final ArrayList<WiredOutbox> changed = new ArrayList<>();
    private final Map<WiredOutbox, Set<WiredInbox>> toNotice = new IdentityHashMap<>();
    private final List<LastSends> lastSends = new ArrayList<>(1);
    private @Nullable LastSends ofChangeUnderWay;
    private int changesUnderWay;
    private final Runnable whenChanged;
    private boolean inUse;
    private volatile boolean somebodyIsToNotice;

    Wiring() {
        this(() -> {});
    }

    /** Says who hears, under the lock, that links or passthroughs have changed. */
    Wiring(Runnable whenChanged) {
        this.whenChanged = whenChanged;
    }

    /** From now on messages move while links change. */
    synchronized void setInUse() {
        inUse = true;
    }

    /**
     * Makes several changes as one: every outbox goes from what it was linked to before to what it is linked to after
     * with nothing in between, and no inbox is seen without senders, or at its end, in the midst.
     */
    synchronized void together(Runnable changes) {
        changesUnderWay++;
        try {
            changes.run();
        } finally {
            changesUnderWay--;
            settle();
        }
    }

    /**
     * As {@link #together}, by somebody who is none of the senders, which may be in the midst of sending: an inbox that
     * loses one of them is at its end only when nothing more can be on its way to it. {@code whenSent} is called when that
     * is so of all, on any thread; {@link #giveUp} ends the waiting.
     */
    LastSends togetherAtWork(Runnable changes, Runnable whenSent) {
        LastSends last = new LastSends(whenSent);
        synchronized (this) {
            ofChangeUnderWay = last;
            try {
                together(changes);
            } finally {
                ofChangeUnderWay = null;
            }
            lastSends.add(last);
            // Who has ended meanwhile may have looked before there was anything to notice.
            last.noticedByThoseWhoEnded();
        }
        tellOver();
        return last;
    }

    /** Waits no longer for those who have not said whether they were sending. */
    void giveUp(LastSends last) {
        synchronized (this) {
            last.giveUp();
        }
        tellOver();
    }

    private void tellOver() {
        List<Runnable> over = new ArrayList<>(1);
        synchronized (this) {
            lastSends.removeIf(last -> last.areOver() && over.add(last.whenOver()));
            somebodyIsToNotice = !toNotice.isEmpty() || !lastSends.isEmpty();
        }
        over.forEach(Runnable::run);
    }

    /** Links an outbox to an inbox; throws IllegalArgumentException where they are linked already. */
    synchronized WiredLink link(WiredOutbox from, WiredInbox to, Object owner) {
        return link(from, to, owner, null);
    }

    /** As {@link #link(WiredOutbox, WiredInbox, Object)}, for a link of a plan. */
    synchronized WiredLink link(WiredOutbox from, WiredInbox to, Object owner, @Nullable PlannedLink planned) {
        // On the side with fewer links, so that many to one and one to many are linked equally fast.
        List<WiredLink> few = from.links().size() <= to.linksInto().size() ? from.links() : to.linksInto();
        for (WiredLink link : few) {
            if (link.from() == from && link.to() == to) {
                throw new IllegalArgumentException("The link " + link + " is there already.");
            }
        }
        WiredLink link = new WiredLink(from, to, owner, planned);
        from.add(link);
        to.add(link);
        resolveFrom(from);
        return link;
    }

    /** The link that was made for {@code planned} from one of {@code boxes}. */
    synchronized Optional<WiredLink> planned(Boxes boxes, PlannedLink planned) {
        for (WiredOutbox outbox : boxes.madeOutboxes()) {
            for (WiredLink link : outbox.links()) {
                if (planned.equals(link.planned())) {
                    return Optional.of(link);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Takes a link away: what its sender still holds for it is let go and counted, what has arrived stays. False, and
     * without effect, where it has gone already, or where {@code owner} did not make it.
     */
    synchronized boolean unlink(WiredLink link, Object owner) {
        if (!link.owner().equals(owner) || !link.from().remove(link)) {
            return false;
        }
        link.to().remove(link);
        resolveFrom(link.from());
        return true;
    }

    /** Takes away the links that touch {@code boxes}, from either side, and that {@code owner} made; how many. */
    synchronized int unlinkAll(Boxes boxes, Object owner) {
        List<WiredLink> touching = new ArrayList<>();
        boxes.madeOutboxes().forEach(outbox -> touching.addAll(outbox.links()));
        boxes.madeInboxes().forEach(inbox -> touching.addAll(inbox.linksInto()));
        int[] gone = new int[1];
        together(() -> {
            for (WiredLink link : touching) {
                gone[0] += unlink(link, owner) ? 1 : 0;
            }
        });
        return gone[0];
    }

    /** Takes away every link and passthrough of {@code inbox}, whoever made them: it is about to go. */
    synchronized void detach(WiredInbox inbox) {
        together(() -> {
            List.copyOf(inbox.linksInto()).forEach(link -> unlink(link, link.owner()));
            cutPassThrough(inbox);
            List.copyOf(passersInto.getOrDefault(inbox, List.of())).forEach(this::cutPassThrough);
        });
    }

    /** Takes away every link and passthrough of {@code outbox}, whoever made them: it is about to go. */
    synchronized void detach(WiredOutbox outbox) {
        together(() -> {
            List.copyOf(outbox.links()).forEach(link -> unlink(link, link.owner()));
            cutPassThrough(outbox);
            List.copyOf(passersTo.getOrDefault(outbox, List.of())).forEach(this::cutPassThrough);
        });
    }

    private static <K, V> void forget(Map<K, List<V>> lists, K key, V value) {
        List<V> list = lists.get(key);
        if (list != null) {
            list.remove(value);
            if (list.isEmpty()) {
                lists.remove(key);
            }
        }
    }

    /**
     * Passes everything that comes in on {@code outer} on to {@code inner}, what waits there already first. By the owner
     * of {@code outer}, or while that does not run.
     */
    synchronized void passThrough(WiredInbox outer, WiredInbox inner) {
        if (outer.passesTo() != null) {
            throw new IllegalArgumentException(
                    "The inbox " + outer + " is passed through to " + outer.passesTo() + " already.");
        }
        for (WiredInbox box = inner; box != null; box = box.passesTo()) {
            if (box == outer) {
                throw new IllegalArgumentException("Passing " + outer + " through to " + inner
                        + " would close a circle: nothing could ever arrive.");
            }
        }
        outer.passesTo(inner);
        passersInto.computeIfAbsent(inner, box -> new ArrayList<>()).add(outer);
        finalInbox(inner).share(inUse);
        resolveInto(outer);
    }

    /** Takes a passthrough away: what comes from now on stays at {@code outer}. */
    synchronized void cutPassThrough(WiredInbox outer) {
        WiredInbox inner = outer.passesTo();
        if (inner != null) {
            outer.passesTo(null);
            forget(passersInto, inner, outer);
            resolveInto(outer);
        }
    }

    /**
     * Takes a passthrough away because the owner of {@code inner} ends: what was not read there goes back to
     * {@code outer}, ahead of what comes after it. By the owner of {@code inner}, before it closes its boxes.
     */
    synchronized void giveBack(WiredInbox outer, WiredInbox inner) {
        if (outer.passesTo() == inner) {
            inner.giveBackTo(outer);
            outer.share(inUse);
            cutPassThrough(outer);
        }
    }

    /** From now on nothing more comes in on {@code inbox}: it is at its end when what waits is done. */
    synchronized void seal(WiredInbox inbox) {
        inbox.seal();
        inbox.owner().linksChanged();
    }

    /** Passes everything that is sent to {@code inner} on to what {@code outer} is linked to. */
    synchronized void passThrough(WiredOutbox inner, WiredOutbox outer) {
        if (inner.passesTo() != null) {
            throw new IllegalArgumentException(
                    "The outbox " + inner + " is passed through to " + inner.passesTo() + " already.");
        }
        for (WiredOutbox box = outer; box != null; box = box.passesTo()) {
            if (box == inner) {
                throw new IllegalArgumentException("Passing " + inner + " through to " + outer
                        + " would close a circle: nothing could ever arrive.");
            }
        }
        inner.passesTo(outer);
        passersTo.computeIfAbsent(outer, box -> new ArrayList<>()).add(inner);
        resolveFrom(inner);
    }

    /** Takes a passthrough away. */
    synchronized void cutPassThrough(WiredOutbox inner) {
        WiredOutbox outer = inner.passesTo();
        if (outer != null) {
            inner.passesTo(null);
            forget(passersTo, outer, inner);
            resolveFrom(inner);
        }
    }

    /** Changes how many messages an inbox may hold; what waits there stays, even beyond it. */
    synchronized void limit(WiredInbox inbox, int capacity) {
        inbox.limit(capacity);
    }

    /** Changes what an inbox may hold and what becomes of the rest. By the owner. */
    synchronized void limit(WiredInbox inbox, InboxLimit limit) {
        inbox.overflow(limit.effectiveOverflow());
        if (inbox.capacity() != limit.effectiveCapacity()) {
            inbox.limit(limit.effectiveCapacity());
        }
    }

    /**
     * The senders' end of stream: closes every route of {@code outbox} behind its last message, which may not be the last
     * that there should have been ({@code cutOff}).
     */
    synchronized void finish(WiredOutbox outbox, boolean cutOff) {
        outbox.finished = true;
        outbox.cutOff = cutOff;
        for (Route route : outbox.routes()) {
            if (route.inbox().finish(route)) {
                route.inbox().owner().linksChanged();
            }
        }
    }

    /** The end of a ring at {@code inbox}: all who feed it are taken to have finished, and nothing more goes in. */
    synchronized void endRing(WiredInbox inbox) {
        List<Route> routes = inbox.routesInto();
        if (!routes.isEmpty()) {
            routes.forEach(inbox::finish);
            close(inbox);
            inbox.owner().linksChanged();
        }
    }

    /** Whether somebody who fed {@code inbox} has finished. */
    synchronized boolean hasFinishedSender(WiredInbox inbox) {
        return inbox.routesInto().stream().anyMatch(route -> route.finished);
    }

    /** The receiver's end: closes {@code inbox} and tells those who send to it. */
    synchronized void close(WiredInbox inbox) {
        inbox.close();
        for (Route route : inbox.routesInto()) {
            route.outbox().owner().linksChanged();
        }
    }

    /**
     * Lets go of the storage of those of {@code inboxes}, all of one owner, that need none just now. By the thread of
     * {@code worker}, which the owner is pinned to and which runs nobody meanwhile. Under the lock, since here alone an
     * inbox comes to be used by others than its owner and its one sender.
     */
    synchronized void giveBackRings(List<WiredInbox> inboxes, Worker worker) {
        for (WiredInbox inbox : inboxes) {
            inbox.giveBackRing(worker);
        }
    }

    /** Lets {@code tap} see what goes along {@code link} from its own outbox. */
    synchronized void tap(WiredLink link, LinkTap tap) {
        for (Route route : routesAlong(link)) {
            LinkTap[] before = route.taps();
            LinkTap[] after = before == null ? new LinkTap[1] : Arrays.copyOf(before, before.length + 1);
            after[after.length - 1] = tap;
            route.taps(after);
        }
    }

    /** Takes {@code tap} off again. */
    synchronized void untap(WiredLink link, LinkTap tap) {
        for (Route route : routesAlong(link)) {
            LinkTap[] before = route.taps();
            if (before != null) {
                LinkTap[] after =
                        Arrays.stream(before).filter(one -> !one.equals(tap)).toArray(LinkTap[]::new);
                route.taps(after.length == 0 ? null : after);
            }
        }
    }

    /** Lets {@code gate} say what may go along {@code link}; false where it leads nowhere, or another says so. */
    synchronized boolean gate(WiredLink link, WiredGate gate) {
        List<Route> routes = routesAlong(link);
        if (routes.stream().anyMatch(route -> route.gate() != null)) {
            return false;
        }
        routes.forEach(route -> route.gate(gate));
        return !routes.isEmpty();
    }

    /** Takes {@code gate} off again. */
    synchronized void ungate(WiredLink link, WiredGate gate) {
        for (Route route : routesAlong(link)) {
            if (gate.equals(route.gate())) {
                route.gate(null);
            }
        }
    }

    /** Messages delivered along {@code link} from its own outbox. */
    long delivered(WiredLink link) {
        Route route = link.route();
        return route == null ? 0 : route.delivered();
    }

    /** All routes from {@code outbox} that lead along {@code link}: one, or none where it leads nowhere. */
    synchronized List<Route> routesAlong(WiredLink link) {
        Route route = link.route();
        return route == null || route.isGone() ? List.of() : List.of(route);
    }

    /** The outboxes that feed {@code inbox}, in no order. */
    synchronized List<WiredOutbox> sendersTo(WiredInbox inbox) {
        return inbox.routesInto().stream()
                .filter(route -> !route.finished)
                .map(Route::outbox)
                .toList();
    }

    /**
     * Who has not noticed yet that it has to take turns at an inbox, or that a route has gone, now notices it. By the
     * thread that runs it, which is not in the midst of sending.
     */
    void notice(Collection<WiredOutbox> outboxes) {
        if (somebodyIsToNotice) {
            noticeAll(outboxes);
            tellOver();
        }
    }

    private synchronized void noticeAll(Collection<WiredOutbox> outboxes) {
        for (WiredOutbox outbox : outboxes) {
            Set<WiredInbox> inboxes = toNotice.remove(outbox);
            if (inboxes != null) {
                inboxes.forEach(inbox -> inbox.noticed(outbox));
            }
        }
        lastSends.forEach(last -> last.noticed(outboxes));
    }

    private void resolveInto(WiredInbox box) {
        Deque<WiredInbox> open = new ArrayDeque<>(List.of(box));
        while (!open.isEmpty()) {
            WiredInbox next = open.remove();
            open.addAll(passersInto.getOrDefault(next, List.of()));
            for (WiredLink link : next.linksInto()) {
                noteChange(link.from());
            }
            next.forwardTo(next.passesTo() == null ? null : finalInbox(next));
        }
        settle();
        box.forward();
        whenChanged.run();
    }

    /** Where {@code box}, and every outbox that passes to it, sends to is to be worked out anew. */
    private void resolveFrom(WiredOutbox box) {
        noteChange(box);
        settle();
    }

    private void noteChange(WiredOutbox box) {
        if (passersTo.isEmpty()) {
            noteOne(box);
            return;
        }
        Deque<WiredOutbox> open = new ArrayDeque<>(List.of(box));
        while (!open.isEmpty()) {
            WiredOutbox next = open.remove();
            noteOne(next);
            open.addAll(passersTo.getOrDefault(next, List.of()));
        }
    }

    private void noteOne(WiredOutbox box) {
        if (!box.hasChanged) {
            box.hasChanged = true;
            changed.add(box);
        }
    }

    /** What an outbox is linked to now, what of that is new, and what it was linked to and is not any more. */
    private record Change(WiredOutbox outbox, List<Route> now, List<Route> added, Map<WiredLink, Route> gone) {}

    /** Lets the changes take effect: new senders are counted first, and old ones only when they send no more. */
    private void settle() {
        if (changesUnderWay > 0 || changed.isEmpty()) {
            return;
        }
        List<Change> changes = changed.stream().map(this::resolve).toList();
        changed.clear();
        changed.trimToSize();
        for (Change change : changes) {
            change.outbox().hasChanged = false;
            change.added().forEach(this::count);
        }
        for (Change change : changes) {
            change.outbox().routes(change.now());
        }
        for (Change change : changes) {
            removeGone(change);
            change.outbox().owner().linksChanged();
        }
        whenChanged.run();
    }

    /**
     * What is owed along a link that goes is sent along the one that comes in its place in the same change, if there is
     * one: the next message goes there too.
     */
    private void removeGone(Change change) {
        if (change.gone().isEmpty()) {
            return;
        }
        Map<WiredLink, Route> byLink = new IdentityHashMap<>();
        change.now().forEach(route -> byLink.put(route.link(), route));
        Iterator<Route> come = change.added().stream()
                .filter(route -> !change.gone().containsKey(route.link()))
                .iterator();
        change.gone().forEach((link, route) -> {
            Route same = byLink.get(link);
            remove(route, same == null && come.hasNext() ? come.next() : same);
        });
    }

    private Change resolve(WiredOutbox outbox) {
        Route[] old = outbox.routes();
        Map<WiredLink, Route> before = old.length == 0 ? Map.of() : new LinkedHashMap<>();
        for (Route route : old) {
            before.put(route.link(), route);
        }
        List<Route> resolved = new ArrayList<>(outbox.links().size());
        List<Route> news = old.length == 0 ? resolved : new ArrayList<>();
        for (WiredOutbox box = outbox; box != null; box = box.passesTo()) {
            for (WiredLink link : box.links()) {
                WiredInbox target = finalInbox(link.to());
                Route kept = before.get(link);
                if (kept != null && kept.inbox() == target) {
                    before.remove(link);
                    resolved.add(kept);
                } else {
                    Route added = new Route(outbox, target, link);
                    added.finished = outbox.finished;
                    if (kept != null) {
                        added.follow(kept, inUse);
                    }
                    link.begins(added);
                    resolved.add(added);
                    link.leadsAlong(added);
                    if (old.length > 0) {
                        news.add(added);
                    }
                }
            }
        }
        return new Change(outbox, resolved, news, before);
    }

    private void count(Route route) {
        WiredInbox inbox = route.inbox();
        if (inbox.admit(route.outbox(), inUse)) {
            WiredOutbox first = inbox.firstSender();
            if (first != null) {
                toNotice.computeIfAbsent(first, box -> new LinkedHashSet<>(2)).add(inbox);
                somebodyIsToNotice = true;
                first.owner().linksChanged();
            }
        }
        inbox.add(route);
        inbox.owner().linksChanged();
    }

    private void remove(Route route, @Nullable Route instead) {
        route.remove(instead);
        LastSends last = ofChangeUnderWay;
        boolean onceMore = false;
        if (last != null && !route.finished && route.outbox().owner().maySend()) {
            last.add(route);
            onceMore = true;
            // Before its sender is told to look round.
            somebodyIsToNotice = true;
        }
        route.inbox().remove(route, onceMore);
        route.inbox().owner().linksChanged();
    }

    private static WiredInbox finalInbox(WiredInbox first) {
        WiredInbox last = first;
        while (last.passesTo() != null) {
            last = last.passesTo();
        }
        return last;
    }
}
