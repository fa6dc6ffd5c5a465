package io.myelin.app.editor.live.traffic;

import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.StatusOrder;
import io.myelin.app.text.Texts;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.plan.Secrets;
import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunSnapshot.ComponentCounts;
import io.myelin.engine.run.RunSnapshot.InboxCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what the components of a run are doing, in a word for the colour and a few for people. For one thread. */
final class ComponentLives {
    private static final Texts TEXTS = Texts.of(ComponentLives.class);

    /** How long a component that has moved a message counts as working: a look that falls between two must not show. */
    private static final long STILL_WORKING = 400_000_000;

    private static final int SHOWN_ITEM = 300;
    private static final double PROGRESS_STEPS = 200;

    private final Secrets secrets;
    private final Map<String, List<PlannedLink>> outgoing = new HashMap<>();
    private final Map<String, Activity> activities = new HashMap<>();

    private static final class Activity {
        private long moved;
        private long since = Long.MIN_VALUE;
    }

    ComponentLives(RunPlan plan) {
        this.secrets = plan.secrets();
        plan.links()
                .forEach(link -> outgoing.computeIfAbsent(link.fromPath(), _ -> new ArrayList<>())
                        .add(link));
    }

    /** The one component that stands for those at {@code paths}: one, or all of a subgraph's. */
    ComponentLife of(List<String> paths, RunSnapshot snapshot, long nanos) {
        List<ComponentLife> parts = paths.stream()
                .filter(path -> snapshot.components().containsKey(path))
                .map(path -> of(path, snapshot, nanos))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : together(parts);
    }

    /** What all components of {@code plan} are doing. */
    StateTally tally(RunPlan plan, RunSnapshot snapshot, long nanos) {
        Map<ComponentStatus, List<String>> paths = new EnumMap<>(ComponentStatus.class);
        for (PlannedComponent component : plan.components()) {
            ComponentCounts counts = snapshot.components().get(component.path());
            ComponentStatus status = counts == null ? ComponentStatus.NEW : seen(component.path(), counts, nanos);
            paths.computeIfAbsent(status, _ -> new ArrayList<>()).add(component.path());
        }
        return new StateTally(paths);
    }

    private static ComponentLife together(List<ComponentLife> parts) {
        Optional<String> failure =
                parts.stream().flatMap(part -> part.failure().stream()).findFirst();
        long ended = parts.stream().filter(part -> isEnded(part.status())).count();
        ComponentStatus status = parts.stream()
                .map(ComponentLife::status)
                .min(StatusOrder.BY_WEIGHT)
                .orElse(ComponentStatus.NEW);
        String text = ended > 0 && ended < parts.size() ? TEXTS.get("life.ended", ended, parts.size()) : word(status);
        double[] told = parts.stream()
                .flatMap(part -> part.progress().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        Optional<Double> progress = told.length == 0
                ? Optional.empty()
                : Optional.of(Arrays.stream(told).average().orElse(0));
        return new ComponentLife(status, text, failure, progress);
    }

    private static boolean isEnded(ComponentStatus status) {
        return status == ComponentStatus.FINISHED
                || status == ComponentStatus.STOPPED
                || status == ComponentStatus.FAILED;
    }

    private ComponentLife of(String path, RunSnapshot snapshot, long nanos) {
        ComponentCounts counts = snapshot.components().get(path);
        if (counts == null) {
            return new ComponentLife(ComponentStatus.NEW, word(ComponentStatus.NEW), Optional.empty());
        }
        ComponentStatus status = seen(path, counts, nanos);
        StringBuilder text =
                new StringBuilder(status == ComponentStatus.BLOCKED ? blocked(path, snapshot) : word(status));
        Optional<Double> progress = Optional.empty();
        if (!isEnded(status) && counts.progressTotal() > 0) {
            progress = Optional.of(part(counts.progressDone(), counts.progressTotal()));
            text.append(" · ").append(progress(counts.progressDone(), counts.progressTotal()));
        }
        losses(counts).forEach(loss -> text.append(" · ").append(loss));
        return new ComponentLife(status, text.toString(), counts.lastFailure().map(this::failure), progress);
    }

    /** What it was doing; working too where it has just been. */
    private ComponentStatus seen(String path, ComponentCounts counts, long nanos) {
        Activity activity = activities.computeIfAbsent(path, _ -> new Activity());
        long moved = counts.received() + counts.sent();
        if (moved != activity.moved) {
            activity.moved = moved;
            activity.since = nanos;
        }
        boolean lately = activity.since != Long.MIN_VALUE && nanos - activity.since < STILL_WORKING;
        return counts.status() == ComponentStatus.WAITING && lately ? ComponentStatus.WORKING : counts.status();
    }

    private static String word(ComponentStatus status) {
        return switch (status) {
            case NEW -> TEXTS.get("life.new");
            case WORKING -> TEXTS.get("life.working");
            case WAITING -> TEXTS.get("life.waiting");
            case BLOCKED -> TEXTS.get("life.blocked");
            case RESTARTING -> TEXTS.get("life.restarting");
            case FINISHED -> TEXTS.get("life.finished");
            case STOPPED -> TEXTS.get("life.stopped");
            case FAILED -> TEXTS.get("life.failed");
        };
    }

    private String blocked(String path, RunSnapshot snapshot) {
        return outgoing.getOrDefault(path, List.of()).stream()
                .filter(link -> isFull(link, snapshot))
                .findFirst()
                .map(link -> TEXTS.get("life.blocked-by", link.toPath() + "." + link.inbox()))
                .orElse(word(ComponentStatus.BLOCKED));
    }

    private static boolean isFull(PlannedLink link, RunSnapshot snapshot) {
        return Optional.ofNullable(snapshot.components().get(link.toPath()))
                .map(counts -> counts.inboxes().get(link.inbox()))
                .filter(inbox -> inbox.depth() >= inbox.capacity())
                .isPresent();
    }

    /** In steps that can be seen, so that others do not repaint. */
    private static double part(long done, long total) {
        return Math.clamp(Math.round((double) done / total * PROGRESS_STEPS) / PROGRESS_STEPS, 0, 1);
    }

    private static String progress(long done, long total) {
        return TEXTS.get("life.progress", Math.clamp(done * 100L / total, 0, 100), Quantity.bytes(total));
    }

    private static List<String> losses(ComponentCounts counts) {
        List<String> losses = new ArrayList<>();
        addLoss(
                losses,
                counts.inboxes().values().stream()
                        .mapToLong(InboxCounts::dropped)
                        .sum(),
                "life.dropped");
        addLoss(
                losses,
                counts.inboxes().values().stream()
                        .mapToLong(InboxCounts::unread)
                        .sum(),
                "life.unread");
        addLoss(losses, counts.undelivered(), "life.undelivered");
        addLoss(losses, counts.skipped(), "life.skipped");
        addLoss(losses, counts.restarts(), "life.restarts");
        return losses;
    }

    private static void addLoss(List<String> losses, long count, String what) {
        if (count > 0) {
            losses.add(TEXTS.get(what, count));
        }
    }

    private String failure(ComponentFailure failure) {
        return secrets.redact(failure.message())
                + failure.item()
                        .map(item -> "\n" + TEXTS.get("life.item", MessagePreview.of(item, SHOWN_ITEM, secrets)))
                        .orElse("");
    }
}
