package io.myelin.app.editor.live;

import io.myelin.app.editor.live.run.RunSession;
import io.myelin.app.editor.live.traffic.Quantity;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunOutcome.Ending;
import io.myelin.engine.run.RunSnapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in sentences what becomes of a run; secrets never show in them. */
public final class RunStory {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final int NAMED = 8;

    private RunStory() {}

    /** That a run has begun. */
    static String beginning(RunSession session) {
        return "Started at " + TIME.format(session.start());
    }

    /** What applying edits at {@code when} has done to a run; empty where that was nothing. */
    static Optional<String> change(ChangeReport report, Instant when) {
        List<String> parts = new ArrayList<>();
        addNames(parts, "added ", report.added());
        addNames(parts, "removed ", report.removed());
        addNames(parts, "replaced ", report.replaced());
        addNames(parts, "restarted ", report.restarted());
        addNames(parts, "adjusted ", report.adjusted());
        addNames(parts, "not restarted, since ended: ", report.notRestarted());
        addLinks(parts, report.linked().size(), "made");
        addLinks(parts, report.unlinked().size(), "taken away");
        report.unread().forEach((box, count) -> parts.add(Quantity.messages(count) + " left unread in " + box));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("Edits applied at " + TIME.format(when) + ": " + String.join("; ", parts));
    }

    private static void addNames(List<String> parts, String what, List<String> paths) {
        if (!paths.isEmpty()) {
            String more = paths.size() > NAMED ? " and " + Quantity.count(paths.size() - NAMED) + " more" : "";
            parts.add(what + String.join(", ", paths.subList(0, Math.min(NAMED, paths.size()))) + more);
        }
    }

    private static void addLinks(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add((count == 1 ? "1 link " : Quantity.count(count) + " links ") + what);
        }
    }

    /** How a run ended, in a few words. */
    public static String ending(RunSession session, RunOutcome outcome, RunSnapshot snapshot) {
        String time = Quantity.time(snapshot.elapsed());
        return switch (outcome.ending()) {
            case FINISHED -> "Finished in " + time;
            case STOPPED -> "Stopped after " + time;
            case FAILED ->
                "Failed after " + time
                        + outcome.failures().stream()
                                .reduce((_, last) -> last)
                                .map(failure -> ": " + failure(session, failure))
                                .orElse("");
            case STALLED ->
                "Stalled after " + time + ": "
                        + (outcome.stalled().isEmpty()
                                ? "nothing could move any more"
                                : session.plan().redact(String.join("; ", outcome.stalled())));
        };
    }

    /** As {@link #ending}, without what failed, where that is said beside it. */
    static String headline(RunSession session, RunOutcome outcome, RunSnapshot snapshot) {
        return outcome.ending() == Ending.FAILED
                ? "Failed after " + Quantity.time(snapshot.elapsed())
                : ending(session, outcome, snapshot);
    }

    /** What failed and why. */
    static String failure(RunSession session, ComponentFailure failure) {
        return failure.path() + ": " + session.plan().redact(failure.message());
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
                    losses.add(path + "." + inbox + ": " + Quantity.messages(counts.dropped())
                            + " dropped when it was full");
                }
                if (counts.unread() > 0) {
                    losses.add(path + "." + inbox + ": " + Quantity.messages(counts.unread()) + " left unread");
                }
            });
            if (component.undelivered() > 0) {
                losses.add(path + ": " + Quantity.messages(component.undelivered())
                        + " sent to components that had ended");
            }
            if (component.skipped() > 0) {
                losses.add(path + ": " + Quantity.messages(component.skipped()) + " skipped");
            }
        });
        return losses;
    }
}
