package io.myelin.app.editor.live;

import io.myelin.app.editor.live.run.RunSession;
import io.myelin.app.editor.live.traffic.Quantity;
import io.myelin.app.text.ClockTime;
import io.myelin.app.text.Texts;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunOutcome.Ending;
import io.myelin.engine.run.RunSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in sentences what becomes of a run; secrets never show in them. */
public final class RunStory {
    private static final Texts TEXTS = Texts.of(RunStory.class);

    private static final int NAMED = 8;

    private RunStory() {}

    /** That a run has begun. */
    static String beginning(RunSession session) {
        return TEXTS.get("story.started", ClockTime.seconds(session.start()));
    }

    /** What applying edits at {@code when} has done to a run; empty where that was nothing. */
    static Optional<String> change(ChangeReport report, Instant when) {
        List<String> parts = new ArrayList<>();
        addNames(parts, "story.added", report.added());
        addNames(parts, "story.removed", report.removed());
        addNames(parts, "story.replaced", report.replaced());
        addNames(parts, "story.restarted", report.restarted());
        addNames(parts, "story.adjusted", report.adjusted());
        addNames(parts, "story.not-restarted", report.notRestarted());
        addLinks(parts, report.linked().size(), "story.links-made");
        addLinks(parts, report.unlinked().size(), "story.links-taken");
        report.unread().forEach((box, count) -> parts.add(TEXTS.get("story.unread-in", Quantity.messages(count), box)));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.get("story.applied", ClockTime.seconds(when), String.join("; ", parts)));
    }

    private static void addNames(List<String> parts, String what, List<String> paths) {
        if (!paths.isEmpty()) {
            String names = String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())));
            int more = paths.size() - NAMED;
            parts.add(TEXTS.get(what, more > 0 ? TEXTS.get("story.more", names, more) : names));
        }
    }

    private static void addLinks(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(TEXTS.get(what, count));
        }
    }

    /** How a run ended, in a few words. */
    public static String ending(RunSession session, RunOutcome outcome, RunSnapshot snapshot) {
        String time = Quantity.time(snapshot.elapsed());
        return switch (outcome.ending()) {
            case FINISHED -> TEXTS.get("story.finished", time);
            case STOPPED -> TEXTS.get("story.stopped", time);
            case FAILED ->
                TEXTS.get("story.failed", time)
                        + outcome.failures().stream()
                                .reduce((_, last) -> last)
                                .map(failure -> ": " + failure(session, failure))
                                .orElse("");
            case STALLED ->
                TEXTS.get("story.stalled", time) + ": "
                        + (outcome.stalled().isEmpty()
                                ? TEXTS.get("story.no-move")
                                : session.plan().redact(String.join("; ", outcome.stalled())));
        };
    }

    /** As {@link #ending}, without what failed, where that is said beside it. */
    static String headline(RunSession session, RunOutcome outcome, RunSnapshot snapshot) {
        return outcome.ending() == Ending.FAILED
                ? TEXTS.get("story.failed", Quantity.time(snapshot.elapsed()))
                : ending(session, outcome, snapshot);
    }

    /** What failed and why. */
    static String failure(RunSession session, ComponentFailure failure) {
        return failure.path() + ": " + session.plan().redact(failure.message());
    }

    /** What failed in a run: in all of it, or, while it goes on, what failed last in each component. */
    static List<ComponentFailure> failures(Optional<RunOutcome> outcome, RunSnapshot snapshot) {
        return outcome.map(RunOutcome::failures)
                .orElseGet(() -> snapshot.components().values().stream()
                        .flatMap(component -> component.lastFailure().stream())
                        .toList());
    }

    /** Whether a run came to an end that people did not want. */
    static boolean isBad(RunOutcome outcome) {
        return outcome.ending() == Ending.FAILED || outcome.ending() == Ending.STALLED;
    }

    /** What was lost, a sentence for each box and way of losing; none where nothing was. */
    public static List<String> losses(RunSnapshot snapshot) {
        List<String> losses = new ArrayList<>();
        snapshot.components().forEach((path, component) -> {
            component.inboxes().forEach((inbox, counts) -> {
                if (counts.dropped() > 0) {
                    losses.add(TEXTS.get("story.dropped", path + "." + inbox, Quantity.messages(counts.dropped())));
                }
                if (counts.unread() > 0) {
                    losses.add(TEXTS.get("story.unread", path + "." + inbox, Quantity.messages(counts.unread())));
                }
            });
            if (component.undelivered() > 0) {
                losses.add(TEXTS.get("story.undelivered", path, Quantity.messages(component.undelivered())));
            }
            if (component.skipped() > 0) {
                losses.add(TEXTS.get("story.skipped", path, Quantity.messages(component.skipped())));
            }
        });
        return losses;
    }
}
