package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws links by keys alone: first one of the selected component's boxes is chosen, or the end of the selected link that
 * is to go elsewhere, then one of the boxes that it can be joined to. Nothing of the graph changes before that. At each
 * step {@link #words} says what is chosen and which keys do what.
 */
final class LinkByKeys {
    private static final Texts TEXTS = Texts.of(LinkByKeys.class);
    private static final double BESIDE = 80;

    private final Surface surface;
    private final CanvasOperations operations;
    private final LinkCandidates candidates;
    private Step step = new Step.Off();

    LinkByKeys(Surface surface, CanvasOperations operations) {
        this.surface = surface;
        this.operations = operations;
        this.candidates = new LinkCandidates(surface.geometry());
    }

    /** Whether a link is being drawn. */
    boolean isOn() {
        return !(step instanceof Step.Off);
    }

    /** Begins with what is selected; false, and said why, where that is no single component with a box and no link. */
    boolean start() {
        var selection = surface.document().selection();
        Optional<LinkShape> link = selection.onlyLink().flatMap(surface.geometry()::link);
        Optional<ComponentShape> component = selection.onlyComponent().flatMap(surface.geometry()::component);
        if (link.isPresent()) {
            step = new Step.AtBox(
                    List.of(link.get().from(), link.get().to()),
                    1,
                    Optional.of(link.get().reference()));
        } else if (component.isPresent()) {
            step = start(component.get());
        } else {
            step = new Step.Off();
            surface.host().refused(TEXTS.get("link.start"));
        }
        return isOn();
    }

    private Step start(ComponentShape shape) {
        List<BoxShape> boxes = shape.boxes().toList();
        if (boxes.isEmpty()) {
            surface.host().refused(TEXTS.get("link.no-box", shape.face().title()));
            return new Step.Off();
        }
        List<BoxShape> likeliest = new ArrayList<>(shape.outlets());
        likeliest.addAll(shape.inlets());
        BoxShape first = likeliest.stream()
                .filter(candidates::isFree)
                .filter(box -> candidates.of(box).stream()
                        .anyMatch(other -> !other.reference().component().equals(shape.id())))
                .findFirst()
                .orElse(likeliest.getFirst());
        return new Step.AtBox(boxes, boxes.indexOf(first), Optional.empty());
    }

    /** Nothing is drawn any more, and nothing is changed. */
    void leave() {
        step = new Step.Off();
    }

    /** Does what {@code event} means while a link is drawn: every key that the canvas knows means something then. */
    void press(KeyEvent event) {
        switch (event.key()) {
            case ESCAPE -> leave();
            case ENTER -> goOn();
            case TAB -> offerComponents();
            case LEFT -> step = moved(-1, Side.INLET);
            case RIGHT -> step = moved(1, Side.OUTLET);
            case UP -> step = walked(-1);
            case DOWN -> step = walked(1);
            case SPACE -> {}
        }
        chosen().ifPresent(box -> operations.reveal(box.reference().component()));
    }

    private void goOn() {
        switch (step) {
            case Step.AtBox at -> {
                BoxShape box = at.box();
                BoxShape fixed =
                        at.lifted().map(_ -> at.boxes().get(1 - at.index())).orElse(box);
                step = new Step.AtTarget(fixed, candidates.of(fixed), 0, at.lifted());
            }
            case Step.AtTarget at
            when !at.targets().isEmpty() -> {
                LinkReference link = LinkRules.link(at.fixed(), at.target().orElseThrow());
                leave();
                surface.surgery().link(link, at.lifted());
                if (at.lifted().isEmpty()) {
                    // So that the next link is drawn from there as well.
                    surface.document().selection().select(at.fixed().reference().component());
                }
                surface.host().said(TEXTS.get("link.done", link.from(), link.to()));
            }
            case Step.AtTarget _, Step.Off _ -> {}
        }
    }

    /** Asks for a new component to be joined to the box that is chosen. */
    private void offerComponents() {
        chosenFixed().ifPresent(fixed -> {
            leave();
            Point beside = fixed.centre().plus(fixed.side() == Side.OUTLET ? BESIDE : -BESIDE, 0);
            surface.host().offerComponents(new QuickAddRequest(beside, Optional.of(fixed), Optional.empty()));
        });
    }

    private Optional<BoxShape> chosenFixed() {
        return switch (step) {
            case Step.AtBox at when at.lifted().isEmpty() -> Optional.of(at.box());
            case Step.AtTarget at when at.lifted().isEmpty() -> Optional.of(at.fixed());
            default -> Optional.empty();
        };
    }

    /** To the boxes of the other side of the component; among targets as up and down. */
    private Step moved(int by, Side side) {
        if (step instanceof Step.AtBox at && at.lifted().isEmpty()) {
            if (at.box().side() == side) {
                return at;
            }
            return at.boxes().stream()
                    .filter(box -> box.side() == side)
                    .findFirst()
                    .<Step>map(box -> at.at(at.boxes().indexOf(box)))
                    .orElse(at);
        }
        return walked(by);
    }

    private Step walked(int by) {
        return switch (step) {
            case Step.AtBox at ->
                at.at(Math.floorMod(at.index() + by, at.boxes().size()));
            case Step.AtTarget at
            when !at.targets().isEmpty() ->
                at.at(Math.floorMod(at.index() + by, at.targets().size()));
            default -> step;
        };
    }

    private Optional<BoxShape> chosen() {
        return switch (step) {
            case Step.Off _ -> Optional.empty();
            case Step.AtBox at -> Optional.of(at.box());
            case Step.AtTarget at -> at.target().or(() -> Optional.of(at.fixed()));
        };
    }

    /** What is to be seen meanwhile. */
    Feedback feedback() {
        return switch (step) {
            case Step.Off _ -> Feedback.NONE;
            case Step.AtBox at -> Feedback.hovering(PointerShape.ARROW, new Hit.OnBox(at.box()));
            case Step.AtTarget at ->
                Feedback.of(PointerShape.ARROW)
                        .withDraft(new LinkDraft(
                                at.fixed(),
                                at.target()
                                        .map(BoxShape::centre)
                                        .orElse(at.fixed().centre()),
                                at.target(),
                                Optional.empty(),
                                at.lifted()));
        };
    }

    /** What is chosen and which keys do what, for people; empty while no link is drawn. */
    String words() {
        return switch (step) {
            case Step.Off _ -> "";
            case Step.AtBox at
            when at.lifted().isPresent() ->
                TEXTS.get(
                        at.box().side() == Side.INLET ? "link.end" : "link.beginning",
                        at.boxes().get(0).reference(),
                        at.boxes().get(1).reference());
            case Step.AtBox at ->
                TEXTS.get(
                        at.box().side() == Side.INLET ? "link.inbox" : "link.outbox",
                        at.box().reference(),
                        at.index() + 1,
                        at.boxes().size(),
                        LinkRules.words(at.box().declaration().types()));
            case Step.AtTarget at -> ofTarget(at);
        };
    }

    private static String ofTarget(Step.AtTarget at) {
        if (at.target().isEmpty()) {
            return TEXTS.get(
                    at.lifted().isPresent() ? "link.nowhere" : "link.none",
                    at.fixed().reference());
        }
        LinkReference link = LinkRules.link(at.fixed(), at.target().get());
        return TEXTS.get(
                at.lifted().isPresent() ? "link.elsewhere" : "link.target",
                link.from(),
                link.to(),
                at.index() + 1,
                at.targets().size());
    }

    /** How far the drawing has come. */
    private sealed interface Step {
        /** No link is drawn. */
        record Off() implements Step {}

        /** One of these boxes is being chosen; {@code lifted} is the link whose ends they are, else they are a component's. */
        record AtBox(List<BoxShape> boxes, int index, Optional<LinkReference> lifted) implements Step {
            BoxShape box() {
                return boxes.get(index);
            }

            Step at(int changed) {
                return new AtBox(boxes, changed, lifted);
            }
        }

        /** One of {@code targets}, the likeliest first, is being chosen to be joined to {@code fixed}. */
        record AtTarget(BoxShape fixed, List<BoxShape> targets, int index, Optional<LinkReference> lifted)
                implements Step {
            Optional<BoxShape> target() {
                return targets.isEmpty() ? Optional.empty() : Optional.of(targets.get(index));
            }

            Step at(int changed) {
                return new AtTarget(fixed, targets, changed, lifted);
            }
        }
    }
}
