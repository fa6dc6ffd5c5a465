package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.document.DocumentProblems;
import io.myelin.app.editor.document.LinkReference;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What is painted besides the graph itself.
 *
 * @param components the ids of the selected components
 * @param links the selected links
 * @param feedback what a gesture wants to be seen
 * @param problems what is wrong
 * @param live the figures of a run
 * @param breakpoints how wires are marked on which messages are held, or would be
 * @param joinable whether a link may join two boxes: while one is drawn, the boxes it can't lead to are dimmed
 */
public record PaintState(
        Set<String> components,
        Set<LinkReference> links,
        Feedback feedback,
        DocumentProblems problems,
        LiveFrame live,
        Map<LinkReference, BreakpointMark> breakpoints,
        BiPredicate<BoxShape, BoxShape> joinable) {}
