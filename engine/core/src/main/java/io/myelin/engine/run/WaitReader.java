package io.myelin.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what components wait for, from any thread and without holding them up. */
final class WaitReader {
    private final Wiring wiring;
    private final boolean paused;

    WaitReader(Wiring wiring, boolean paused) {
        this.wiring = wiring;
        this.paused = paused;
    }

    /** What {@code component} waits for; empty where it does not wait, or has ended. */
    Optional<ComponentWaits> read(RunningComponent component) {
        if (component.hasEnded()) {
            return Optional.empty();
        }
        List<Wait> waits = new ArrayList<>();
        if (paused) {
            waits.add(new Wait.ForResume());
        }
        Route heldAt = component.held.heldAt();
        WiredInbox full = heldAt == null ? blockedOn(component) : null;
        ComponentStatus status = component.status();
        if (heldAt != null) {
            waits.add(new Wait.AtLink(heldAt.outbox().toString(), heldAt.inbox().toString()));
        } else if (full != null) {
            waits.add(new Wait.ForRoom(full.owner().path(), full.name(), full.size(), full.capacity()));
        } else if (status == ComponentStatus.RESTARTING) {
            waits.add(new Wait.ForRestart());
        } else if (status == ComponentStatus.WAITING) {
            component.expected().forEach(work -> waits.add(new Wait.ForOutside(work.toString())));
            timer(component).ifPresent(waits::add);
            addInboxes(component, waits);
        } else if (!paused) {
            return Optional.empty();
        }
        return Optional.of(new ComponentWaits(component.path(), waits));
    }

    /** The full inbox that {@code component} waits for; null where it waits for none. */
    static @Nullable WiredInbox blockedOn(RunningComponent component) {
        WiredInbox full = component.held.waitsFor();
        return full == null || full.hasRoom() ? null : full;
    }

    private static Optional<Wait> timer(RunningComponent component) {
        long due = component.timers().next();
        return due == Strand.NEVER
                ? Optional.empty()
                : Optional.of(new Wait.ForTimer(Duration.ofNanos(Math.max(0, due - component.nanoTime()))));
    }

    private void addInboxes(RunningComponent component, List<Wait> waits) {
        List<WiredInbox> awaited = component.awaitedInboxes();
        for (WiredInbox inbox : awaited) {
            List<String> from = wiring.sendersTo(inbox).stream()
                    .map(WiredOutbox::toString)
                    .sorted()
                    .toList();
            if (!from.isEmpty()) {
                waits.add(new Wait.ForMessage(inbox.name(), from));
            }
        }
        if (waits.isEmpty()) {
            List<String> unlinked = component.boxes().dataInboxes().stream()
                    .filter(inbox -> !inbox.isLinked())
                    .map(WiredInbox::name)
                    .toList();
            if (!unlinked.isEmpty()) {
                waits.add(new Wait.ForNobody(unlinked));
            }
        }
    }
}
