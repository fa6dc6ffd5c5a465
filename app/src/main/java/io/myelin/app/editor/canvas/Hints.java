package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.HintLabel.Hint;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.gesture.LinkDraft;
import io.myelin.app.editor.canvas.gesture.LinkRules;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.InboxLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.canvas.paint.Figures;
import io.myelin.app.editor.canvas.paint.FoldedMembers;
import io.myelin.app.editor.document.DocumentProblems;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what the pointer is on. */
final class Hints {
    private static final Texts TEXTS = Texts.of(Hints.class);

    private final DocumentProblems problems;

    Hints(DocumentProblems problems) {
        this.problems = problems;
    }

    Optional<Hint> of(Feedback feedback, LiveFrame live) {
        Optional<LinkDraft> draft = feedback.draft();
        if (draft.isPresent()) {
            return draft.get().target().map(target -> ofTarget(draft.get(), target));
        }
        return switch (feedback.hover()) {
            case Hit.OnBox(BoxShape box) -> Optional.of(ofBox(box, live));
            case Hit.OnComponent(ComponentShape shape) -> ofComponent(shape, live);
            case Hit.OnLink(LinkShape link) -> Optional.of(ofLink(link, live));
            case Hit.OnWaypoint(LinkShape link, int _) -> Optional.of(ofLink(link, live));
            case Hit.OnHiddenEnds(HiddenEnds.End end) ->
                Optional.of(new Hint(TEXTS.get("wires.title", end.links().size()), TEXTS.get("wires.click"), false));
            case Hit.OnGroup(GroupShape group) -> group.isFolded() ? ofFolded(group, live) : Optional.empty();
            case Hit.OnCorner _, Hit.OnNote _, Hit.OnNoteCorner _, Hit.OnBorder _, Hit.OnNothing _ -> Optional.empty();
        };
    }

    private static Hint ofTarget(LinkDraft draft, BoxShape target) {
        return draft.refusal()
                .map(reason -> new Hint("", reason, true))
                .orElseGet(() -> new Hint(name(target), kind(target), false));
    }

    private static Hint ofBox(BoxShape box, LiveFrame live) {
        String help = box.standing() == Standing.OUT_OF_BAND
                ? TEXTS.get(box.side() == Side.INLET ? "hint.control" : "hint.signal")
                : box.declaration().help();
        InboxLife life = box.side() == Side.INLET ? live.inboxes().get(box.reference()) : null;
        String waiting = life == null ? "" : "\n" + TEXTS.get("hint.waiting", life.depth(), life.capacity());
        return new Hint(box.reference().box(), kind(box) + (help.isEmpty() ? "" : "\n" + help) + waiting, false);
    }

    private static String kind(BoxShape box) {
        if (box.standing() == Standing.MISSING) {
            return TEXTS.get("hint.no-box");
        }
        return TEXTS.get(
                box.side() == Side.INLET ? "hint.takes" : "hint.sends",
                LinkRules.words(box.declaration().types()));
    }

    private Optional<Hint> ofComponent(ComponentShape shape, LiveFrame live) {
        ComponentLife life = live.components().get(shape.id());
        if (life != null && life.failure().isPresent()) {
            return Optional.of(new Hint(TEXTS.get("hint.failed"), life.failure().get(), true));
        }
        return (problems.isToFillIn(shape.id())
                        ? ofMissing(problems.of(shape.id()))
                        : ofProblems(problems.of(shape.id())))
                .or(() -> ofElided(shape));
    }

    /** What is wrong with those of which one sees nothing. */
    private Optional<Hint> ofFolded(GroupShape group, LiveFrame live) {
        return FoldedMembers.life(group, live)
                .flatMap(ComponentLife::failure)
                .map(failure -> new Hint(TEXTS.get("hint.failed"), failure, true))
                .or(() -> ofProblems(FoldedMembers.problems(group, problems)));
    }

    /** The whole of what has no room on the card. */
    private static Optional<Hint> ofElided(ComponentShape shape) {
        boolean whole = shape.title().equals(shape.face().title())
                && shape.detail().equals(shape.face().detail());
        return whole
                ? Optional.empty()
                : Optional.of(new Hint(shape.face().title(), shape.face().detail(), false));
    }

    private Hint ofLink(LinkShape link, LiveFrame live) {
        WireLife life = live.wires().get(link.reference());
        InboxLife inbox = live.inboxes().get(link.reference().to());
        String waiting = inbox == null ? "" : "\n" + TEXTS.get("hint.waiting", inbox.depth(), inbox.capacity());
        String figures = life == null ? "" : "\n" + figures(life) + waiting;
        return ofProblems(problems.of(link.reference()))
                .map(problem -> new Hint(problem.title(), problem.text() + figures, problem.refuses()))
                .orElseGet(
                        () -> new Hint(link.label(), name(link.from()) + "  →  " + name(link.to()) + figures, false));
    }

    /** A box of the graph's own is called by its name alone. */
    private static String name(BoxShape box) {
        return LinkReference.isBorder(box.reference())
                ? box.reference().box()
                : box.reference().toString();
    }

    private static String figures(WireLife life) {
        String count = TEXTS.get("hint.messages", life.count());
        return count + " · " + Figures.rate(life.rate());
    }

    private static Optional<Hint> ofMissing(List<Problem> missing) {
        String text = missing.stream().map(ProblemText::of).collect(Collectors.joining("\n"));
        return Optional.of(new Hint(TEXTS.get("hint.to-fill-in"), text, false));
    }

    private static Optional<Hint> ofProblems(List<Problem> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean errors = found.stream().anyMatch(Problem::isError);
        String text = found.stream().map(ProblemText::of).collect(Collectors.joining("\n"));
        return Optional.of(new Hint(TEXTS.get(errors ? "hint.error" : "hint.warning"), text, errors));
    }
}
