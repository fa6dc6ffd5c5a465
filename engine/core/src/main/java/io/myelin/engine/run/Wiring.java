package io.myelin.engine.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is linked to whom: the control plane of a run. Every change is made under one lock, and what it means for sending
 * is worked out at once: each outbox gets an array of the final inboxes that its messages go to, so that passthroughs,
 * however deep, cost a send nothing. Senders never come here.
 */
final class Wiring {
    private final Map<WiredOutbox, List<WiredOutbox>> passersTo = new IdentityHashMap<>();
    private final Map<WiredInbox, List<WiredInbox>> passersInto = new IdentityHashMap<>();
    private final Map<WiredInbox, List<WiredLink>> linksInto = new IdentityHashMap<>();
    /** In the order made, as whatever is told to all of them: a run has to be the same each time. */
    private final Map<WiredInbox, Set<Route>> routesInto = new IdentityHashMap<>();

    /** Links an outbox to an inbox; throws IllegalArgumentException where they are linked already. */
    synchronized WiredLink link(WiredOutbox from, WiredInbox to, Object owner) {
        for (WiredLink link : from.links) {
            if (link.to() == to) {
                throw new IllegalArgumentException("The link " + link + " is there already.");
            }
        }
        WiredLink link = new WiredLink(from, to, owner);
        from.links.add(link);
        linksInto.computeIfAbsent(to, box -> new ArrayList<>()).add(link);
        resolveFrom(from);
        return link;
    }

    /** Takes a link away; without effect where it has gone already, or where {@code owner} did not make it. */
    synchronized void unlink(WiredLink link, Object owner) {
        if (!link.owner().equals(owner) || !link.from().links.remove(link)) {
            return;
        }
        linksInto.getOrDefault(link.to(), List.of()).remove(link);
        resolveFrom(link.from());
    }

    /** Passes everything that comes in on {@code outer} on to {@code inner}, what waits there already first. */
    synchronized void passThrough(WiredInbox outer, WiredInbox inner) {
        if (outer.passesTo != null) {
            throw new IllegalArgumentException(
                    "The inbox " + outer + " is passed through to " + outer.passesTo + " already.");
        }
        for (WiredInbox box = inner; box != null; box = box.passesTo) {
            if (box == outer) {
                throw new IllegalArgumentException("Passing " + outer + " through to " + inner
                        + " would close a circle: nothing could ever arrive.");
            }
        }
        outer.passesTo = inner;
        passersInto.computeIfAbsent(inner, box -> new ArrayList<>()).add(outer);
        resolveInto(outer);
        WiredInbox last = finalInbox(outer);
        outer.moveTo(last);
        Strand receiver = last.owner().strand();
        if (receiver != null) {
            receiver.wake();
        }
    }

    /** Takes a passthrough away: what comes from now on stays at {@code outer}. */
    synchronized void cutPassThrough(WiredInbox outer) {
        WiredInbox inner = outer.passesTo;
        if (inner != null) {
            outer.passesTo = null;
            passersInto.getOrDefault(inner, List.of()).remove(outer);
            resolveInto(outer);
        }
    }

    /** Passes everything that is sent to {@code inner} on to what {@code outer} is linked to. */
    synchronized void passThrough(WiredOutbox inner, WiredOutbox outer) {
        if (inner.passesTo != null) {
            throw new IllegalArgumentException(
                    "The outbox " + inner + " is passed through to " + inner.passesTo + " already.");
        }
        for (WiredOutbox box = outer; box != null; box = box.passesTo) {
            if (box == inner) {
                throw new IllegalArgumentException("Passing " + inner + " through to " + outer
                        + " would close a circle: nothing could ever arrive.");
            }
        }
        inner.passesTo = outer;
        passersTo.computeIfAbsent(outer, box -> new ArrayList<>()).add(inner);
        resolveFrom(inner);
    }

    /** Takes a passthrough away. */
    synchronized void cutPassThrough(WiredOutbox inner) {
        WiredOutbox outer = inner.passesTo;
        if (outer != null) {
            inner.passesTo = null;
            passersTo.getOrDefault(outer, List.of()).remove(inner);
            resolveFrom(inner);
        }
    }

    /** Changes how many messages an inbox may hold; what waits there stays, even beyond it. */
    synchronized void limit(WiredInbox inbox, int capacity) {
        inbox.limit(capacity);
    }

    /** The senders' end of stream: closes every route of {@code outbox} behind its last message. */
    synchronized void finish(WiredOutbox outbox) {
        for (Route route : outbox.routes()) {
            if (!route.finished) {
                route.finished = true;
                recount(route.inbox());
            }
        }
    }

    /** The end of a ring at {@code inbox}: all who feed it are taken to have finished, and nothing more goes in. */
    synchronized void cutOff(WiredInbox inbox) {
        Set<Route> routes = routesInto.getOrDefault(inbox, Set.of());
        if (!routes.isEmpty()) {
            routes.forEach(route -> route.finished = true);
            close(inbox);
            recount(inbox);
        }
    }

    /** Whether somebody who fed {@code inbox} has finished. */
    synchronized boolean hasFinishedSender(WiredInbox inbox) {
        return routesInto.getOrDefault(inbox, Set.of()).stream().anyMatch(route -> route.finished);
    }

    /** The receiver's end: closes {@code inbox} and tells those who send to it. */
    synchronized void close(WiredInbox inbox) {
        inbox.close();
        for (Route route : routesInto.getOrDefault(inbox, Set.of())) {
            route.outbox().owner().linksChanged();
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

    /** Messages delivered along {@code link} from its own outbox. */
    long delivered(WiredLink link) {
        long delivered = 0;
        for (Route route : link.from().routes()) {
            if (route.link() == link) {
                delivered += route.delivered();
            }
        }
        return delivered;
    }

    /** All routes from {@code outbox} that lead along {@code link}: one, or none where it leads nowhere. */
    synchronized List<Route> routesAlong(WiredLink link) {
        List<Route> along = new ArrayList<>();
        for (Route route : link.from().routes()) {
            if (route.link() == link) {
                along.add(route);
            }
        }
        return along;
    }

    /** The outboxes that feed {@code inbox}, in no order. */
    synchronized List<WiredOutbox> sendersTo(WiredInbox inbox) {
        return routesInto.getOrDefault(inbox, Set.of()).stream()
                .filter(route -> !route.finished)
                .map(Route::outbox)
                .toList();
    }

    private void resolveInto(WiredInbox changed) {
        Deque<WiredInbox> open = new ArrayDeque<>(List.of(changed));
        while (!open.isEmpty()) {
            WiredInbox box = open.remove();
            open.addAll(passersInto.getOrDefault(box, List.of()));
            for (WiredLink link : List.copyOf(linksInto.getOrDefault(box, List.of()))) {
                resolveFrom(link.from());
            }
        }
    }

    /** Works out anew where {@code changed}, and every outbox that passes to it, sends to. */
    private void resolveFrom(WiredOutbox changed) {
        Deque<WiredOutbox> open = new ArrayDeque<>(List.of(changed));
        while (!open.isEmpty()) {
            WiredOutbox box = open.remove();
            resolve(box);
            open.addAll(passersTo.getOrDefault(box, List.of()));
        }
    }

    private void resolve(WiredOutbox outbox) {
        Map<WiredLink, Route> before = new LinkedHashMap<>();
        for (Route route : outbox.routes()) {
            before.put(route.link(), route);
        }
        List<Route> resolved = new ArrayList<>();
        for (WiredOutbox box = outbox; box != null; box = box.passesTo) {
            for (WiredLink link : box.links) {
                WiredInbox target = finalInbox(link.to());
                Route kept = before.get(link);
                if (kept != null && kept.inbox() == target) {
                    before.remove(link);
                    resolved.add(kept);
                } else {
                    resolved.add(new Route(outbox, target, link));
                }
            }
        }
        for (Route added : resolved) {
            if (routesInto
                    .computeIfAbsent(added.inbox(), box -> new LinkedHashSet<>())
                    .add(added)) {
                recount(added.inbox());
            }
        }
        outbox.routes(resolved);
        for (Route removed : before.values()) {
            routesInto.getOrDefault(removed.inbox(), Set.of()).remove(removed);
            removed.remove();
            recount(removed.inbox());
        }
    }

    private static WiredInbox finalInbox(WiredInbox first) {
        WiredInbox last = first;
        while (last.passesTo != null) {
            last = last.passesTo;
        }
        return last;
    }

    private void recount(WiredInbox inbox) {
        Set<Route> routes = routesInto.getOrDefault(inbox, Set.of());
        int finished = 0;
        for (Route route : routes) {
            if (route.finished) {
                finished++;
            }
        }
        inbox.senders(routes.size(), routes.size() - finished);
        inbox.owner().linksChanged();
    }
}
