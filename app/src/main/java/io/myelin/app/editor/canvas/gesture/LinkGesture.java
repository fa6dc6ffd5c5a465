package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BorderShapes;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBox.Kind;
import io.myelin.engine.graph.PublicBoxes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Draws a link from a box, of either side, to another, or takes one end of a link elsewhere. Near boxes draw the loose
 * end to themselves; over the rest of a component its first fitting box does. Let go over nothing, a new link asks for a
 * component to be joined to and one taken off is removed.
 */
final class LinkGesture implements Gesture {
    private static final double MAGNET_PIXELS = 24;

    private final Surface surface;
    private final BoxShape fixed;
    private final Optional<LinkReference> lifted;
    private LinkDraft draft;

    private LinkGesture(Surface surface, BoxShape fixed, Optional<LinkReference> lifted, Point loose) {
        this.surface = surface;
        this.fixed = fixed;
        this.lifted = lifted;
        this.draft = new LinkDraft(fixed, loose, Optional.empty(), Optional.empty(), lifted);
    }

    /** Draws a new link from {@code box}. */
    static LinkGesture from(Surface surface, PointerEvent press, BoxShape box) {
        return new LinkGesture(surface, box, Optional.empty(), surface.world(press));
    }

    /** Takes the end of {@code link} off that is not at {@code fixed}. */
    static LinkGesture lifting(Surface surface, PointerEvent press, LinkReference link, BoxShape fixed) {
        return new LinkGesture(surface, fixed, Optional.of(link), surface.world(press));
    }

    @Override
    public void dragged(PointerEvent event) {
        Point world = surface.world(event);
        Optional<BoxShape> target = target(world);
        Optional<String> refusal = target.flatMap(this::refusal);
        Point loose =
                target.filter(_ -> refusal.isEmpty()).map(BoxShape::centre).orElse(world);
        draft = new LinkDraft(fixed, loose, target, refusal, lifted);
    }

    private Optional<String> refusal(BoxShape target) {
        return LinkRules.refusal(fixed, target, this::exists);
    }

    private boolean exists(LinkReference link) {
        return surface.geometry().link(link).isPresent() && !lifted.equals(Optional.of(link));
    }

    private Optional<BoxShape> target(Point world) {
        double reach = MAGNET_PIXELS / Math.max(0.5, surface.viewport().zoom());
        Optional<BoxShape> magnet = surface.hits()
                .box(world, reach, fixed.side().opposite())
                .filter(box -> !box.reference().equals(fixed.reference()));
        if (magnet.filter(box -> refusal(box).isEmpty()).isPresent()) {
            return magnet;
        }
        Optional<BoxShape> exact = surface.hits()
                .box(world, BoxShape.RADIUS * 2)
                .filter(box -> !(box.side() == fixed.side() && box.reference().equals(fixed.reference())));
        return exact.or(() -> onComponent(world)).or(() -> onBorder(world)).or(() -> magnet);
    }

    /** Anywhere on the strip at the border a new box of the graph's own would be made. */
    private Optional<BoxShape> onBorder(Point world) {
        Kind kind = BorderShapes.kindFor(fixed.side());
        if (LinkReference.isBorder(fixed.reference())) {
            return Optional.empty();
        }
        return surface.geometry()
                .border()
                .strip(kind)
                .filter(strip -> strip.contains(world))
                .map(strip -> {
                    String name = PublicBoxes.freeName(surface.document().graph(), kind, fixed.reference());
                    double x = kind == Kind.INBOX ? strip.right() : strip.x();
                    return new BoxShape(
                            LinkReference.border(new PublicBox(kind, name)),
                            fixed.side().opposite(),
                            fixed.declaration(),
                            Standing.DATA,
                            new Point(x, world.y()),
                            false);
                });
    }

    private Optional<BoxShape> onComponent(Point world) {
        if (!(surface.hits().at(world, surface.viewport().zoom()) instanceof Hit.OnComponent(ComponentShape over))) {
            return Optional.empty();
        }
        List<BoxShape> offered = over.boxes(fixed.side().opposite());
        Comparator<BoxShape> nearest =
                Comparator.comparingDouble(box -> box.centre().distance(world));
        return offered.stream()
                .filter(box -> refusal(box).isEmpty())
                .min(nearest)
                .or(() -> offered.stream().min(nearest));
    }

    @Override
    public void released(PointerEvent event) {
        dragged(event);
        if (draft.isAccepted()) {
            LinkReference link = LinkRules.link(fixed, draft.target().orElseThrow());
            if (!lifted.equals(Optional.of(link))) {
                surface.surgery().link(link, lifted);
            }
        } else if (draft.target().isPresent()) {
            draft.refusal().ifPresent(surface.host()::refused);
        } else if (lifted.isPresent()) {
            surface.surgery().unlink(List.of(lifted.get()));
        } else {
            surface.host().offerComponents(new QuickAddRequest(draft.loose(), Optional.of(fixed), Optional.empty()));
        }
    }

    @Override
    public Feedback feedback() {
        return Feedback.of(PointerShape.CROSS).withDraft(draft);
    }
}
