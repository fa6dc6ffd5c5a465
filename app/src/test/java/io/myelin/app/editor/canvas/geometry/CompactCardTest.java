package io.myelin.app.editor.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.engine.component.ComponentCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Components that are a line high. */
class CompactCardTest {
    private final CanvasGeometry geometry = new CanvasGeometry(
            new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty()),
            (text, _) -> 7.0 * text.length());
    private ComponentShape full;

    @BeforeEach
    void threeInARow() {
        geometry.update(new SampleGraphs()
                .component("case", "text.case", 0, 0)
                .component("filter", "data.filter", 320, 0)
                .component("match", "text.match", 640, 0)
                .component("table", "view.table", 960, 0)
                .link("case.outbox", "filter.inbox")
                .link("filter.rejected", "match.inbox")
                .link("match.nowhere", "table.inbox")
                .graph());
        full = shape("case");
        geometry.showCards(CardStyle.COMPACT);
    }

    @Test
    void a_card_is_as_high_as_its_boxes_need_and_no_higher() {
        assertThat(shape("table").head().height()).isEqualTo(CompactCard.HEIGHT);
        assertThat(shape("case").bounds().height()).isLessThan(full.bounds().height() / 2);
        assertThat(shape("match").bounds().height()).isGreaterThan(CompactCard.HEIGHT);
        assertThat(shape("table").body())
                .hasValueSatisfying(body -> assertThat(body.y()).isGreaterThanOrEqualTo(CompactCard.HEIGHT));
    }

    @Test
    void every_box_stands_on_the_border_without_its_name_and_is_hit_there() {
        HitTest hits = new HitTest(geometry);
        for (ComponentShape shape : geometry.components()) {
            for (Side side : Side.values()) {
                List<BoxShape> boxes = shape.boxes(side);
                for (BoxShape box : boxes) {
                    assertThat(box.named()).isFalse();
                    assertThat(box.centre().x())
                            .isEqualTo(
                                    side == Side.INLET
                                            ? shape.bounds().x()
                                            : shape.bounds().right());
                    assertThat(shape.head().grown(0.1).contains(box.centre())).isTrue();
                    assertThat(hits.at(box.centre(), 1)).isEqualTo(new Hit.OnBox(box));
                }
                for (int i = 1; i < boxes.size(); i++) {
                    assertThat(boxes.get(i).centre().y()
                                    - boxes.get(i - 1).centre().y())
                            .isGreaterThan(2 * BoxShape.RADIUS);
                }
            }
        }
    }

    @Test
    void wires_begin_and_end_at_the_boxes_and_full_cards_come_back_as_they_were() {
        LinkShape link = geometry.linksIn(new Bounds(-100, -100, 2000, 1000)).getFirst();
        assertThat(link.path().start()).isEqualTo(link.from().centre());
        assertThat(link.path().end()).isEqualTo(link.to().centre());
        assertThat(link.path().start().y())
                .as("chains run straight")
                .isEqualTo(link.path().end().y());
        geometry.showCards(CardStyle.FULL);
        assertThat(shape("case")).isEqualTo(full);
    }

    private ComponentShape shape(String id) {
        return geometry.component(id).orElseThrow();
    }
}
