package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.gesture.LinkRules;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.document.DocumentProblems;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.ComponentState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Says in words what is drawn on the canvas: what each thing is, how it stands, and what it is joined to. */
final class CanvasItemWords {
    private static final Texts TEXTS = Texts.of(CanvasItemWords.class);
    private static final String APART = "; ";

    private final DocumentProblems problems;
    private final Supplier<LiveFrame> live;

    CanvasItemWords(DocumentProblems problems, Supplier<LiveFrame> live) {
        this.problems = problems;
        this.live = live;
    }

    /** What something is: {@code component}, {@code inbox}, {@code outbox}, {@code link}, {@code group}, {@code note}. */
    String kind(String kind) {
        return switch (kind) {
            case "component" -> TEXTS.get("kind.component");
            case "inbox" -> TEXTS.get("kind.inbox");
            case "outbox" -> TEXTS.get("kind.outbox");
            case "link" -> TEXTS.get("kind.link");
            case "group" -> TEXTS.get("kind.group");
            default -> TEXTS.get("kind.note");
        };
    }

    String graph(int components, int links) {
        return TEXTS.get("graph", components, links);
    }

    /** Its title and type. */
    String component(ComponentShape shape) {
        return shape.face().title() + ", " + shape.component().type();
    }

    /** How it stands: off or not, its state in the run, its problems, its boxes. */
    String more(ComponentShape shape) {
        List<String> parts = new ArrayList<>();
        if (shape.component().state() != ComponentState.ON) {
            parts.add(TEXTS.get(shape.component().state() == ComponentState.MUTED ? "muted" : "bypassed"));
        }
        ComponentLife life = live.get().components().get(shape.id());
        if (life != null) {
            parts.add(life.failure().orElse(life.text()));
        }
        problems.of(shape.id()).stream().map(ProblemText::of).forEach(parts::add);
        if (!shape.inlets().isEmpty()) {
            parts.add(TEXTS.get("inboxes", names(shape.inlets())));
        }
        if (!shape.outlets().isEmpty()) {
            parts.add(TEXTS.get("outboxes", names(shape.outlets())));
        }
        return String.join(APART, parts);
    }

    private static String names(List<BoxShape> boxes) {
        return String.join(
                ", ", boxes.stream().map(box -> box.reference().box()).toList());
    }

    /** Its name, what it takes or sends, and what is linked to it, out of {@code links}. */
    String box(BoxShape box, List<LinkReference> links) {
        boolean takes = box.side() == Side.INLET;
        List<String> others = links.stream()
                .filter(link -> (takes ? link.to() : link.from()).equals(box.reference()))
                .map(link -> takes ? link.from() : link.to())
                .map(BoxReference::toString)
                .toList();
        String types = LinkRules.words(box.declaration().types());
        return TEXTS.get(takes ? "inbox" : "outbox", box.reference().box(), types) + ", "
                + (others.isEmpty() ? TEXTS.get("unlinked") : TEXTS.get("linked", String.join(", ", others)));
    }

    String link(LinkShape link) {
        String ends = TEXTS.get(
                link.hidden() ? "link.hidden" : "link",
                link.reference().from(),
                link.reference().to());
        return link.label().isEmpty() ? ends : link.label() + ", " + ends;
    }

    String group(GroupShape group) {
        return TEXTS.get("group", group.group().title(), group.group().members().size());
    }

    String note(NoteShape note) {
        return note.note().text().isBlank()
                ? TEXTS.get("note.empty")
                : note.note().text();
    }
}
