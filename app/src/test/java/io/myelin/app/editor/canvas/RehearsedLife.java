package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.InboxLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.canvas.live.TokenBirth;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.run.ComponentStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A run that a test makes up. */
public final class RehearsedLife implements LiveView {
    private final Map<String, ComponentLife> components = new HashMap<>();
    private final Map<LinkReference, WireLife> wires = new HashMap<>();
    private final Map<BoxReference, InboxLife> inboxes = new HashMap<>();
    private final List<TokenBirth> births = new ArrayList<>();
    private boolean ended;
    private boolean paused;
    private LiveFrame frame = LiveFrame.NONE;

    /** Says what a component does. */
    public RehearsedLife component(String id, ComponentStatus status, String text) {
        components.put(id, new ComponentLife(status, text, Optional.empty()));
        return made();
    }

    /** Says what a component does and how much of its work is done. */
    public RehearsedLife progress(String id, ComponentStatus status, String text, double part) {
        components.put(id, new ComponentLife(status, text, Optional.empty(), Optional.of(part)));
        return made();
    }

    /** Says that a component failed. */
    public RehearsedLife failure(String id, String text) {
        components.put(id, new ComponentLife(ComponentStatus.FAILED, "failed", Optional.of(text)));
        return made();
    }

    /** Says what went along a link. */
    public RehearsedLife wire(String from, String to, long count, double rate) {
        wires.put(link(from, to), new WireLife(count, rate));
        return made();
    }

    /** Says how full an inbox is. */
    public RehearsedLife inbox(String box, int depth, int capacity) {
        inboxes.put(SampleGraphs.box(box), new InboxLife(depth, capacity));
        return made();
    }

    /** Sends a message along a link that set out so many milliseconds ago. */
    public RehearsedLife message(String from, String to, long sequence, String preview, long millisAgo) {
        births.add(new TokenBirth(link(from, to), sequence, System.nanoTime() - millisAgo * 1_000_000, preview));
        return this;
    }

    /** Says whether the run is held. */
    public RehearsedLife pause(boolean held) {
        paused = held;
        return made();
    }

    /** Says that the run has ended. */
    public RehearsedLife end() {
        ended = true;
        return made();
    }

    private static LinkReference link(String from, String to) {
        return new LinkReference(SampleGraphs.box(from), SampleGraphs.box(to));
    }

    private RehearsedLife made() {
        frame = new LiveFrame(ended, paused, new HashMap<>(components), new HashMap<>(wires), new HashMap<>(inboxes));
        return this;
    }

    @Override
    public LiveFrame frame() {
        return frame;
    }

    @Override
    public List<TokenBirth> births() {
        List<TokenBirth> taken = List.copyOf(births);
        births.clear();
        return taken;
    }

    @Override
    public Optional<Node> content(String id) {
        Label label = new Label("content of " + id);
        label.setId("content-" + id);
        return Optional.of(label);
    }
}
