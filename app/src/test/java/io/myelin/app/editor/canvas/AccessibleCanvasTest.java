package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The canvas as a screen reader meets it. */
class AccessibleCanvasTest {
    private final Locale usual = Locale.getDefault();
    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1000, 700);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        canvas.close();
        Locale.setDefault(usual);
    }

    @Test
    void the_canvas_says_how_much_is_on_it_and_lists_components_and_links() {
        assertThat(ask(AccessibleAttribute.TEXT)).isEqualTo("Graph, 4 components, 3 links");
        List<Node> items = items();
        assertThat(ask(AccessibleAttribute.ITEM_COUNT)).isEqualTo(items.size());
        assertThat(items).hasSize(7);
        assertThat(kinds(items))
                .containsExactly("component", "component", "component", "component", "link", "link", "link");
        assertThat(names(items)).contains("from read.outbox to words.inbox");
        assertThat(ask(AccessibleAttribute.ITEM_AT_INDEX, 2)).isSameAs(items.get(2));
        assertThat(items).allSatisfy(item -> assertThat(item.getScene()).isNotNull());
    }

    @Test
    void a_component_says_its_title_type_and_boxes_and_each_box_what_it_is_linked_to() {
        Node words = items().stream()
                .filter(item -> name(item).contains("text.split"))
                .findFirst()
                .orElseThrow();
        assertThat(CanvasFixture.call(() -> String.valueOf(words.queryAccessibleAttribute(AccessibleAttribute.HELP))))
                .contains("inboxes: inbox")
                .contains("outboxes: outbox");
        List<Node> boxes = children(words);
        assertThat(kinds(boxes)).startsWith("inbox").contains("outbox");
        assertThat(name(boxes.getFirst())).isEqualTo("inbox, takes text, linked to read.outbox");
    }

    @Test
    void what_is_selected_is_told_and_has_the_readers_focus() {
        CanvasFixture.run(() -> canvas.document().selection().select("words"));
        Object selected = ask(AccessibleAttribute.SELECTED_ITEMS);
        assertThat((List<?>) selected).singleElement().isSameAs(ask(AccessibleAttribute.FOCUS_ITEM));
        Node item = (Node) ((List<?>) selected).getFirst();
        assertThat(CanvasFixture.call(() -> item.queryAccessibleAttribute(AccessibleAttribute.SELECTED)))
                .isEqualTo(true);
        CanvasFixture.run(() -> canvas.document().selection().clear());
        assertThat(ask(AccessibleAttribute.FOCUS_ITEM)).isSameAs(canvas.canvas().node());
    }

    @Test
    void while_a_link_is_drawn_by_keys_the_reader_is_at_the_chosen_box() {
        CanvasFixture.run(() -> {
            canvas.document().selection().select("read");
            canvas.canvas().startLinking();
        });
        Node box = (Node) ask(AccessibleAttribute.FOCUS_ITEM);
        assertThat(kinds(List.of(box))).containsAnyOf("outbox", "inbox");
    }

    @Test
    void a_reader_selects_a_link_and_finds_what_was_added_since() {
        Node link = items().stream()
                .filter(item -> name(item).startsWith("from words.outbox"))
                .findFirst()
                .orElseThrow();
        CanvasFixture.run(() -> link.executeAccessibleAction(AccessibleAction.FIRE));
        assertThat(canvas.document().selection().onlyLink()).isPresent();
        CanvasFixture.run(() -> canvas.canvas().deleteSelection());
        assertThat(items()).hasSize(6);
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(items()).hasSize(7);
    }

    private Object ask(AccessibleAttribute attribute, Object... parameters) {
        return CanvasFixture.call(() -> canvas.canvas().node().queryAccessibleAttribute(attribute, parameters));
    }

    private List<Node> items() {
        return children(canvas.canvas().node());
    }

    private static List<Node> children(Node of) {
        return CanvasFixture.call(() -> ((List<?>) of.queryAccessibleAttribute(AccessibleAttribute.CHILDREN))
                .stream().map(Node.class::cast).toList());
    }

    private static List<String> kinds(List<Node> items) {
        return CanvasFixture.call(
                () -> items.stream().map(Node::getAccessibleRoleDescription).toList());
    }

    private static List<String> names(List<Node> items) {
        return items.stream().map(AccessibleCanvasTest::name).toList();
    }

    private static String name(Node item) {
        return CanvasFixture.call(() -> String.valueOf(item.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }
}
