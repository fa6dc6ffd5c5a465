package io.myelin.engine.run;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.message.Status;
import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One change of a running graph from one plan to another.
 *
 * <p>New components and boxes are made first; then all links change as one; then the new components start, and those
 * that are to go or to be renewed are told, which they attend to at the next place where they are in the midst of
 * nothing. What is to go gets nothing new, does what waits for it, and what it sends still goes where it went; then its
 * links vanish without an end of the stream. It is hard-stopped when that has taken as long as stopping may.
 */
final class LiveChange implements Membership {
    private final RunningGraph run;
    private final Topology topology;
    private final Wiring wiring;
    private final RunPlan after;
    private final PlanDifference difference;
    private final CompletableFuture<ChangeReport> report = new CompletableFuture<>();

    /** What has not been done yet, and what became of what has; under the monitor. */
    private final Set<RunningComponent> pending = new LinkedHashSet<>();

    private final List<String> restarted = new ArrayList<>();
    private final List<String> notRestarted = new ArrayList<>();

    /** Where messages may be left that nobody will read: counted when nothing more can be on its way there. */
    private final Set<WiredInbox> left = new LinkedHashSet<>();

    private boolean begun;
    private boolean allSent;

    LiveChange(RunningGraph run, RunPlan before, RunPlan after) {
        this.run = run;
        this.topology = run.topology();
        this.wiring = run.wiring();
        this.after = after;
        this.difference = PlanDifference.between(before, after);
    }

    CompletableFuture<ChangeReport> report() {
        return report;
    }

    /** Makes the change, and tells those who have to do something about it; throws before anything has changed. */
    void begin() {
        checkLinks();
        List<RunningComponent> leaving = new ArrayList<>();
        difference.removed().forEach(component -> leaving.add(topology.component(component.path())));
        difference.replaced().forEach(component -> leaving.add(topology.component(component.path())));
        List<PlannedComponent> toMake = new ArrayList<>(difference.added());
        toMake.addAll(difference.replaced());
        RunAddition added =
                topology.make(new RunPlan(after.title(), after.folder(), toMake, List.of(), after.secrets()), null);
        Map<RunningComponent, Renewal> renewals = new LinkedHashMap<>();
        difference.restarted().forEach(component -> prepare(component, true, renewals));
        difference.adjusted().forEach(component -> prepare(component, false, renewals));
        synchronized (this) {
            pending.addAll(leaving);
            pending.addAll(renewals.keySet());
        }
        leaving.forEach(component -> component.watchEnd(this));
        Set<RunningComponent> fed = new LinkedHashSet<>();
        leaving.stream()
                .filter(component -> component.boxes().haveLinkedInbox())
                .forEach(fed::add);
        List<WiredLink> links = new ArrayList<>();
        LastSends last = wiring.togetherAtWork(
                () -> {
                    relink(added, leaving, links);
                    fed.forEach(component -> component.boxes().dataInboxes().stream()
                            .filter(WiredInbox::isLinked)
                            .forEach(wiring::seal));
                },
                this::allSent);
        giveUpWaiting(last);
        topology.leave(leaving);
        renewals.forEach(RunningComponent::renew);
        topology.start(added);
        topology.arrange(after, links);
        leaving.forEach(component -> dismiss(component, fed.contains(component)));
        checkEnded(leaving);
        checkEnded(renewals.keySet());
        synchronized (this) {
            begun = true;
        }
        completeIfDone();
    }

    /** A sender that waits outside may not look round for long; to send a message never takes that. */
    private void giveUpWaiting(LastSends last) {
        synchronized (this) {
            if (allSent) {
                return;
            }
        }
        run.scheduler().later(run.options().stopGrace().toNanos() / 4, () -> {
            run.enter();
            try {
                wiring.giveUp(last);
            } finally {
                run.leave();
            }
        });
    }

    private void checkLinks() {
        Map<String, PlannedComponent> byPath = new LinkedHashMap<>();
        after.components().forEach(component -> byPath.put(component.path(), component));
        for (PlannedLink link : after.links()) {
            PlannedComponent from = byPath.get(link.fromPath());
            PlannedComponent to = byPath.get(link.toPath());
            boolean isSound = from != null
                    && to != null
                    && (link.outbox().equals("signal") || has(from.outboxes(), link.outbox()))
                    && (link.inbox().equals("control") || has(to.inboxes(), link.inbox()));
            if (!isSound) {
                throw new IllegalArgumentException("the link " + link + " joins boxes that the plan does not have");
            }
        }
    }

    private static boolean has(List<BoxDeclaration> boxes, String name) {
        return boxes.stream().anyMatch(box -> box.name().equals(name));
    }

    /** Adds the boxes that {@code planned} needs besides those there are, and says what is to become of the rest. */
    private void prepare(PlannedComponent planned, boolean restarts, Map<RunningComponent, Renewal> renewals) {
        RunningComponent component = topology.component(planned.path());
        Boxes boxes = component.boxes();
        PlannedComponent was = component.plan;
        planned.inboxes().stream()
                .filter(box -> !boxes.hasInbox(box.name()))
                .forEach(box -> boxes.insertInbox(box.name(), planned.limit(box.name())));
        planned.outboxes().stream()
                .filter(box -> !boxes.hasOutbox(box.name()))
                .forEach(box -> boxes.insertOutbox(box.name()));
        List<WiredInbox> inboxesGone = was.inboxes().stream()
                .filter(box -> !has(planned.inboxes(), box.name()) && boxes.hasInbox(box.name()))
                .map(box -> boxes.inbox(box.name()))
                .toList();
        List<WiredOutbox> outboxesGone = was.outboxes().stream()
                .filter(box -> !has(planned.outboxes(), box.name()) && boxes.hasOutbox(box.name()))
                .map(box -> boxes.outbox(box.name()))
                .toList();
        renewals.put(component, new Renewal(planned, restarts, inboxesGone, outboxesGone, (changed, asWished) -> {
            synchronized (this) {
                left.addAll(inboxesGone);
            }
            renewed(changed, asWished);
        }));
    }

    private void relink(RunAddition added, Collection<RunningComponent> leaving, List<WiredLink> links) {
        Set<PlannedLink> isNew = new LinkedHashSet<>(difference.linked());
        for (WiredLink old : topology.links()) {
            RunningComponent from = (RunningComponent) old.from().owner();
            RunningComponent to = (RunningComponent) old.to().owner();
            // Those of a leaving component stay until it has ended, and vanish with it.
            if (old.owner() == run
                    && !leaving.contains(from)
                    && (leaving.contains(to) || difference.unlinked().contains(old.planned()))) {
                wiring.unlink(old, run);
            }
        }
        Map<PlannedLink, WiredLink> kept = topology.linksByEnds();
        for (PlannedLink link : after.links()) {
            RunningComponent from = find(added, link.fromPath());
            RunningComponent to = find(added, link.toPath());
            WiredOutbox outbox = from.boxes().outbox(link.outbox());
            WiredInbox inbox = to.boxes().inbox(link.inbox());
            WiredLink there = kept.get(link.drawnAs(List.of()));
            if (!isNew.contains(link) && there != null && there.from() == outbox && there.to() == inbox) {
                there.standsFor(link);
                links.add(there);
            } else {
                WiredLink made = wiring.link(outbox, inbox, run, link);
                run.gates().comes(made, link);
                links.add(made);
            }
        }
    }

    private RunningComponent find(RunAddition added, String path) {
        RunningComponent made = added.members().find(path);
        return made == null ? topology.component(path) : made;
    }

    private void dismiss(RunningComponent component, boolean wasFed) {
        if (!wasFed) {
            component.tellToFinish();
        }
        long grace = run.options().stopGrace().toNanos();
        run.scheduler().later(grace, () -> stop(component, grace));
    }

    private void stop(RunningComponent component, long grace) {
        if (component.hasEnded()) {
            return;
        }
        if (run.state() == RunState.PAUSED || component.isSlowedDown()) {
            run.scheduler().later(grace, () -> stop(component, grace));
            return;
        }
        run.enter();
        try {
            component.requestStop(Status.stop("it was taken out of the graph and did not end by itself"));
        } finally {
            run.leave();
        }
        run.scheduler().later(grace / 4, component::interruptIfRunning);
        run.scheduler().later(grace, () -> {
            if (component.isStuck()) {
                component.giveUp(run.options().stopGrace());
            }
        });
    }

    // ---- What becomes of them; on any thread

    private void checkEnded(Collection<RunningComponent> components) {
        for (RunningComponent component : components) {
            if (component.hasEnded()) {
                gone(component);
                component.dropRenewal();
            }
        }
    }

    /** The links of a leaving component to those that stay vanish without an end of the stream. */
    @Override
    public void leaves(RunningComponent component) {
        wiring.together(() -> {
            for (WiredOutbox outbox : component.boxes().madeOutboxes()) {
                for (WiredLink link : List.copyOf(outbox.links())) {
                    if (!isLeaving((RunningComponent) link.to().owner())) {
                        wiring.unlink(link, run);
                    }
                }
            }
        });
    }

    private synchronized boolean isLeaving(RunningComponent component) {
        return pending.contains(component) && topology.isLeaving(component);
    }

    @Override
    public void hasLeft(RunningComponent component, ComponentStatus status) {
        gone(component);
    }

    private void gone(RunningComponent component) {
        synchronized (this) {
            if (!topology.isLeaving(component) || !pending.remove(component)) {
                return;
            }
            left.addAll(component.boxes().dataInboxes());
        }
        leaves(component);
        topology.left(component);
        completeIfDone();
    }

    private synchronized void renewed(RunningComponent component, boolean asWished) {
        if (pending.remove(component)) {
            if (!asWished) {
                notRestarted.add(component.path());
            } else if (difference.restarted().stream()
                    .anyMatch(one -> one.path().equals(component.path()))) {
                restarted.add(component.path());
            }
        }
        completeIfDone();
    }

    private void allSent() {
        synchronized (this) {
            allSent = true;
        }
        completeIfDone();
    }

    /** Messages that nobody will read. */
    private Map<String, Long> unread() {
        Map<String, Long> unread = new LinkedHashMap<>();
        for (WiredInbox inbox : left) {
            if (inbox.size() > 0) {
                unread.merge(inbox.toString(), (long) inbox.size(), Long::sum);
            }
        }
        return unread;
    }

    private void completeIfDone() {
        ChangeReport done;
        synchronized (this) {
            if (!begun || !allSent || !pending.isEmpty()) {
                return;
            }
            done = new ChangeReport(
                    paths(difference.added()),
                    paths(difference.removed()),
                    paths(difference.replaced()),
                    restarted,
                    paths(difference.adjusted()),
                    notRestarted,
                    difference.linked(),
                    difference.unlinked(),
                    unread());
        }
        report.complete(done);
    }

    private static List<String> paths(List<PlannedComponent> components) {
        return components.stream().map(PlannedComponent::path).toList();
    }
}
