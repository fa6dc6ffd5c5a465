package io.myelin.app.editor.canvas.live;

import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import java.util.Collections;
import java.util.Map;

/**
 * The figures of a run at one moment.
 *
 * @param ended whether they won't change any more: the canvas then asks for no further frame
 * @param paused whether the run is held: what is under way then stays where it is
 * @param components by id
 * @param wires by link of the document
 * @param inboxes by box
 * @param touched the components that a change of the running graph has just touched, and how, in a word or two
 */
public record LiveFrame(
        boolean ended,
        boolean paused,
        Map<String, ComponentLife> components,
        Map<LinkReference, WireLife> wires,
        Map<BoxReference, InboxLife> inboxes,
        Map<String, String> touched) {
    /** No run. */
    public static final LiveFrame NONE = new LiveFrame(true, false, Map.of(), Map.of(), Map.of());

    /**
     * Takes the maps as they are, which nobody may change any more: with tens of thousands of links, copies some times a
     * second would cost more than the painting.
     */
    public LiveFrame {
        components = Collections.unmodifiableMap(components);
        wires = Collections.unmodifiableMap(wires);
        inboxes = Collections.unmodifiableMap(inboxes);
        touched = Collections.unmodifiableMap(touched);
    }

    /** Figures of a run that has not been changed lately. */
    public LiveFrame(
            boolean ended,
            boolean paused,
            Map<String, ComponentLife> components,
            Map<LinkReference, WireLife> wires,
            Map<BoxReference, InboxLife> inboxes) {
        this(ended, paused, components, wires, inboxes, Map.of());
    }
}
