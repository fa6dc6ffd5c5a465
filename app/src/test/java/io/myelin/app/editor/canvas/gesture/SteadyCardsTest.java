package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.message.DataRecord;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Cards keep their size while one types into their settings, and little more room is enough for any title. */
class SteadyCardsTest {
    private final Hands hands = new Hands(new SampleGraphs()
            .component("numbers", "data.sequence", 40, 80)
            .component("print", "console.print", 280, 80)
            .link("numbers.outbox", "print.inbox")
            .graph());
    private final String filter = hands.interaction
            .operations()
            .add(
                    hands.document.catalog().find("data.filter").orElseThrow(),
                    QuickAddRequest.into(hands.geometry
                            .link(Hands.link("numbers.outbox", "print.inbox"))
                            .orElseThrow()));
    private final Bounds inserted = bounds(filter);

    private Bounds bounds(String id) {
        return hands.geometry.component(id).orElseThrow().bounds();
    }

    private void change(UnaryOperator<GraphComponent> change) {
        GraphComponent component = hands.document.graph().components().get(filter);
        hands.document.perform("Change", new GraphEdit.ChangeComponent(filter, change.apply(component)));
    }

    @Test
    void what_is_typed_into_a_setting_makes_no_card_wider() {
        change(component -> component.withSettings(DataRecord.of("condition", "$ % 2 = 0")));
        assertThat(bounds(filter)).isEqualTo(inserted);
        change(component -> component.withSettings(
                DataRecord.of("condition", "$ % 2 = 0 and $ > 100 and $ < 1000 and not ($ = 500 or $ = 600)")));
        assertThat(bounds(filter)).isEqualTo(inserted);
        assertThat(hands.geometry.component(filter).orElseThrow().detail()).endsWith("…");
    }

    @Test
    void a_title_however_long_stays_clear_of_the_card_behind_the_room_that_was_made() {
        change(component -> component.withTitle("Only the even ones of all that come out of the sequence"));
        assertThat(hands.geometry.component(filter).orElseThrow().title()).endsWith("…");
        assertThat(bounds(filter).right()).isLessThan(bounds("print").x());
        assertThat(bounds("numbers").right()).isLessThan(bounds(filter).x());
    }
}
