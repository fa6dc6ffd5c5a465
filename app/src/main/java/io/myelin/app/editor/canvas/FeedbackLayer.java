package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.gesture.LinkDraft;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** What gestures show over the graph: a few nodes, each there only while it is needed. */
final class FeedbackLayer extends Pane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Region marquee = new Region();
    private final Path draft = new Path();
    private final Circle magnet = new Circle(11);
    private final Line slice = new Line();
    private final GuideMarks guides = new GuideMarks();

    FeedbackLayer() {
        setMouseTransparent(true);
        setManaged(false);
        marquee.getStyleClass().add("marquee");
        draft.getStyleClass().add("link-draft");
        magnet.getStyleClass().add("link-magnet");
        slice.getStyleClass().add("slice");
        getChildren().addAll(guides, marquee, draft, magnet, slice);
        getChildren().forEach(child -> {
            child.setManaged(false);
            child.setVisible(false);
        });
    }

    void show(Feedback feedback, Viewport viewport) {
        showMarquee(feedback.marquee().map(viewport::toScreen));
        showDraft(feedback.draft(), viewport);
        feedback.slice().ifPresent(line -> place(slice, line, viewport));
        slice.setVisible(feedback.slice().isPresent());
        guides.show(feedback.guides(), viewport);
    }

    private void showMarquee(Optional<Bounds> area) {
        area.ifPresent(bounds -> marquee.resizeRelocate(
                Math.round(bounds.x()), Math.round(bounds.y()), Math.ceil(bounds.width()), Math.ceil(bounds.height())));
        marquee.setVisible(area.isPresent());
    }

    private void showDraft(Optional<LinkDraft> drawn, Viewport viewport) {
        draft.setVisible(drawn.isPresent());
        magnet.setVisible(drawn.isPresent() && drawn.get().target().isPresent());
        drawn.ifPresent(link -> {
            trace(link, viewport);
            boolean refused = link.refusal().isPresent();
            draft.pseudoClassStateChanged(REFUSED, refused);
            magnet.pseudoClassStateChanged(REFUSED, refused);
            link.target().map(BoxShape::centre).map(viewport::toScreen).ifPresent(centre -> {
                magnet.setCenterX(centre.x());
                magnet.setCenterY(centre.y());
                magnet.setRadius(Math.max(8, 11 * viewport.zoom()));
            });
        });
    }

    private void trace(LinkDraft link, Viewport viewport) {
        boolean ahead = link.fixed().side() == Side.OUTLET;
        Point fixed = viewport.toScreen(link.fixed().centre());
        Point loose = viewport.toScreen(link.loose());
        List<Point> points =
                LinkPath.curve(ahead ? fixed : loose, ahead ? loose : fixed).controls();
        draft.getElements()
                .setAll(
                        new MoveTo(points.get(0).x(), points.get(0).y()),
                        new CubicCurveTo(
                                points.get(1).x(),
                                points.get(1).y(),
                                points.get(2).x(),
                                points.get(2).y(),
                                points.get(3).x(),
                                points.get(3).y()));
    }

    private static void place(Line line, Feedback.Line wanted, Viewport viewport) {
        Point from = viewport.toScreen(wanted.from());
        Point to = viewport.toScreen(wanted.to());
        line.setStartX(from.x());
        line.setStartY(from.y());
        line.setEndX(to.x());
        line.setEndY(to.y());
    }
}
