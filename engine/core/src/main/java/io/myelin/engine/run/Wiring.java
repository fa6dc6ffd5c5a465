package io.myelin.engine.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is linked to whom: the control plane of a run. Every change is made under one lock, and what it means for sending
 * is worked out at once: each outbox gets an array of the final inboxes that its messages go to, so that passthroughs,
 * however deep, cost a send nothing. Senders never come here.
 */
final class Wiring {
    /** As many links as are looked through in no time. */
    private static final int SCANNED = 8;

    private final Map<WiredOutbox, List<WiredOutbox>> passersTo = new IdentityHashMap<>();
    private final List<WiredOutbox> changed = new ArrayList<>();
    /** What outboxes with many links are linked to, while many links are made at once. */
    private final Map<WiredOutbox, Set<WiredInbox>> targets = new IdentityHashMap<>();

    private boolean together;

    /** Links an outbox to an inbox; throws IllegalArgumentException where they are linked already. */
    synchronized WiredLink link(WiredOutbox from, WiredInbox to, Object owner) {
        if (isLinked(from, to)) {
            throw new IllegalArgumentException("The link " + from + " -> " + to + " is there already.");
        }
        WiredLink link = new WiredLink(from, to, owner);
        from.add(link);
        Set<WiredInbox> known = targets.get(from);
        if (known != null) {
            known.add(to);
        }
        if (together) {
            resolveLater(from);
        } else {
            resolveFrom(from);
        }
        return link;
    }

    /** Looks on the side with fewer links, so that many to one and one to many are linked equally fast. */
    private boolean isLinked(WiredOutbox from, WiredInbox to) {
        List<WiredLink> links = from.links();
        if (links.size() <= SCANNED) {
            return links.stream().anyMatch(link -> link.to() == to);
        }
        if (together) {
            return targets.computeIfAbsent(from, box -> targetsOf(links)).contains(to);
        }
        WiredInbox last = finalInbox(to);
        return last.linkedSenders() < links.size()
                ? last.routesInto().stream()
                        .anyMatch(route -> route.link().from() == from && route.link().to() == to)
                : links.stream().anyMatch(link -> link.to() == to);
    }

    private static Set<WiredInbox> targetsOf(List<WiredLink> links) {
        Set<WiredInbox> inboxes = Collections.newSetFromMap(new IdentityHashMap<>());
        links.forEach(link -> inboxes.add(link.to()));
        return inboxes;
    }

    /**
     * Makes many links at once, by calls of {@link #link}: where they lead is worked out when all have been made, once
     * for each outbox.
     */
    synchronized void together(Runnable links) {
        together = true;
        try {
            links.run();
        } finally {
            together = false;
            for (WiredOutbox outbox : changed) {
                outbox.hasChanged = false;
                resolveFrom(outbox);
            }
            changed.clear();
            targets.clear();
        }
    }

    private void resolveLater(WiredOutbox outbox) {
        if (!outbox.hasChanged) {
            outbox.hasChanged = true;
            changed.add(outbox);
        }
    }

    /** Takes a link away; without effect where it has gone already, or where {@code owner} did not make it. */
    synchronized void unlink(WiredLink link, Object owner) {
        if (!link.owner().equals(owner) || !link.from().remove(link)) {
            return;
        }
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
        List<Route> routes = outer.routesInto();
        resolveAlong(routes);
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
            List<Route> routes = finalInbox(outer).routesInto();
            outer.passesTo = null;
            resolveAlong(routes);
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
            if (route.inbox().finish(route)) {
                route.inbox().owner().linksChanged();
            }
        }
    }

    /** The end of a ring at {@code inbox}: all who feed it are taken to have finished, and nothing more goes in. */
    synchronized void cutOff(WiredInbox inbox) {
        List<Route> routes = inbox.routesInto();
        if (!routes.isEmpty()) {
            routes.forEach(inbox::finish);
            close(inbox);
            inbox.owner().linksChanged();
        }
    }

    /** Whether somebody who fed {@code inbox} has finished. */
    synchronized boolean hasFinishedSender(WiredInbox inbox) {
        return inbox.hasFinishedSender();
    }

    /** The receiver's end: closes {@code inbox} and tells those who send to it. */
    synchronized void close(WiredInbox inbox) {
        inbox.close();
        for (Route route : inbox.routesInto()) {
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

    /** Works out anew where the outboxes send to whose messages have gone along {@code routes}. */
    private void resolveAlong(List<Route> routes) {
        routes.stream().map(route -> route.link().from()).distinct().forEach(this::resolveFrom);
    }

    /** Works out anew where {@code start}, and every outbox that passes to it, sends to. */
    private void resolveFrom(WiredOutbox start) {
        if (passersTo.isEmpty()) {
            resolve(start);
            return;
        }
        Deque<WiredOutbox> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            WiredOutbox box = open.remove();
            resolve(box);
            open.addAll(passersTo.getOrDefault(box, List.of()));
        }
    }

    private void resolve(WiredOutbox outbox) {
        Route[] old = outbox.routes();
        Map<WiredLink, Route> before = old.length == 0 ? Map.of() : new LinkedHashMap<>();
        for (Route route : old) {
            before.put(route.link(), route);
        }
        List<Route> resolved = new ArrayList<>(outbox.links().size());
        List<Route> added = old.length == 0 ? resolved : new ArrayList<>();
        for (WiredOutbox box = outbox; box != null; box = box.passesTo) {
            for (WiredLink link : box.links()) {
                WiredInbox target = finalInbox(link.to());
                Route kept = before.get(link);
                if (kept != null && kept.inbox() == target) {
                    before.remove(link);
                    resolved.add(kept);
                } else {
                    Route route = new Route(outbox, target, link);
                    link.leadsAlong(route);
                    resolved.add(route);
                    if (old.length != 0) {
                        added.add(route);
                    }
                }
            }
        }
        for (Route route : added) {
            route.inbox().add(route);
            route.inbox().owner().linksChanged();
        }
        outbox.routes(resolved);
        for (Route removed : before.values()) {
            removed.inbox().remove(removed);
            removed.remove();
            removed.inbox().owner().linksChanged();
        }
    }

    private static WiredInbox finalInbox(WiredInbox first) {
        WiredInbox last = first;
        while (last.passesTo != null) {
            last = last.passesTo;
        }
        return last;
    }
}
