package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures and labels of wires beside cards that are in their way. */
class TextsOnWiresTest {
    private static final LinkReference WIRE =
            new LinkReference(SampleGraphs.box("source.outbox"), SampleGraphs.box("target.inbox"));

    private final CanvasFixture canvas = CanvasFixture.open(beside("close", 312), 1000, 700);

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void figures_go_along_the_wire_to_where_they_cover_no_card() throws IOException {
        Bounds card = card("close");
        assertThat(middle().y()).as("the wire runs just above the card").isBetween(card.y() - 20, card.y());
        BufferedImage bare = picture("figures-none");
        canvas.show(new RehearsedLife().wire("source.outbox", "target.inbox", 123_456, 0));
        BufferedImage running = picture("figures-beside-card");

        assertThat(differing(bare, running, card)).as("the card is as it was").isZero();
        assertThat(differing(bare, running, wire().grown(30)))
                .as("the figures stand elsewhere")
                .isPositive();
    }

    @Test
    void a_label_goes_along_the_wire_to_where_no_card_hides_a_part_of_it() throws IOException {
        move("close", new Position(312, 400));
        int whole = labelled("label-without-card");
        assertThat(whole).as("points of the label").isPositive();

        move("close", new Position(312, 30));
        assertThat(card("close").y() - middle().y())
                .as("a card would hide the lower edge of a label on the middle of the wire")
                .isBetween(2.0, 8.0);
        assertThat(labelled("label-beside-card")).as("all of it is seen").isGreaterThan(whole * 95 / 100);
    }

    /** How many points of the picture a label on the wire changes. */
    private int labelled(String name) throws IOException {
        label("");
        BufferedImage bare = picture(name + "-none");
        label("a fairly long label");
        return differing(bare, picture(name), wire().grown(12));
    }

    private void move(String id, Position place) {
        CanvasFixture.run(() -> canvas.document()
                .perform(
                        "Move",
                        new GraphEdit.MoveComponents(
                                List.of(new GraphEdit.MoveComponents.Move(id, Optional.of(place))))));
        CanvasFixture.pulse();
    }

    @Test
    void where_cards_are_all_along_the_wire_its_figures_are_seen_when_it_is_selected() throws IOException {
        CanvasFixture.run(() -> {
            for (int i = 0; i < 8; i++) {
                put("above" + i, 120 + 88 * i, -64);
                put("below" + i, 120 + 88 * i, 40);
            }
        });
        CanvasFixture.pulse();
        BufferedImage bare = picture("figures-no-room-none");
        CanvasFixture.run(() -> canvas.document().selection().select(WIRE));
        CanvasFixture.pulse();
        BufferedImage bareSelected = picture("figures-no-room-none-selected");
        CanvasFixture.run(() -> canvas.document().selection().clear());
        canvas.show(new RehearsedLife().wire("source.outbox", "target.inbox", 123_456, 0));
        Bounds wire = wire().grown(60);
        assertThat(differing(bare, picture("figures-no-room"), wire))
                .as("no card is covered")
                .isZero();
        CanvasFixture.run(() -> canvas.document().selection().select(WIRE));
        CanvasFixture.pulse();
        assertThat(differing(bareSelected, picture("figures-no-room-selected"), wire))
                .as("its figures are seen")
                .isPositive();
    }

    private void put(String id, double x, double y) {
        canvas.document()
                .perform("Add", new GraphEdit.AddComponent(id, GraphComponent.ofType("text.case"), new Position(x, y)));
    }

    private void label(String text) {
        CanvasFixture.run(() -> canvas.document()
                .perform(
                        "Label",
                        GraphEdit.ChangeLinkLayout.to(
                                LinkLayout.plain(WIRE.from(), WIRE.to()).withLabel(text))));
        CanvasFixture.pulse();
    }

    private LinkShape link() {
        return CanvasFixture.call(() -> canvas.canvas().geometry().link(WIRE).orElseThrow());
    }

    private io.myelin.app.editor.canvas.geometry.Point middle() {
        return link().path().at(0.5);
    }

    private Bounds wire() {
        return link().path().bounds();
    }

    private Bounds card(String id) {
        return CanvasFixture.call(
                () -> canvas.canvas().geometry().component(id).orElseThrow().bounds());
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(canvas.picture(name, 1).toFile());
    }

    /** How many points of {@code area} of the world differ. */
    private int differing(BufferedImage one, BufferedImage other, Bounds area) {
        Point2D from = canvas.at(area.x(), area.y());
        Point2D to = canvas.at(area.right(), area.bottom());
        int count = 0;
        for (int x = (int) Math.ceil(from.getX()); x < Math.min(one.getWidth(), to.getX()); x++) {
            for (int y = (int) Math.ceil(from.getY()); y < Math.min(one.getHeight(), to.getY()); y++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    /** A wire with a card just below its middle. */
    private static Graph beside(String id, double x) {
        return new SampleGraphs()
                .component("source", "text.case", 0, 0)
                .component("target", "text.case", 640, 0)
                .component(id, "text.case", x, 40)
                .link("source.outbox", "target.inbox")
                .graph();
    }
}
