package io.myelin.app.editor.canvas.live;

import io.myelin.engine.run.ComponentStatus;
import java.util.Comparator;
import java.util.List;

/** In which order people have to know of states: what needs looking after comes first. */
public final class StatusOrder {
    /** All states, the first of which people have to know first. */
    public static final List<ComponentStatus> ALL = List.of(
            ComponentStatus.FAILED,
            ComponentStatus.RESTARTING,
            ComponentStatus.BLOCKED,
            ComponentStatus.WORKING,
            ComponentStatus.WAITING,
            ComponentStatus.NEW,
            ComponentStatus.STOPPED,
            ComponentStatus.FINISHED);

    /** Of two states the one that stands for both where there is room for one. */
    public static final Comparator<ComponentStatus> BY_WEIGHT = Comparator.comparingInt(ALL::indexOf);

    private StatusOrder() {}
}
