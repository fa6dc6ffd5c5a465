package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.BoxReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final LinkReference LINK =
            new LinkReference(new BoxReference("a", "outbox"), new BoxReference("b", "inbox"));

    private final Selection selection = new Selection();

    @Test
    void itKeepsTheOrderInWhichThingsWereSelected() {
        selection.select("b");
        selection.add(List.of("a", "c"), List.of());
        assertThat(List.copyOf(selection.components())).containsExactly("b", "a", "c");
    }

    @Test
    void togglingTakesInAndOut() {
        selection.toggle("a");
        selection.toggle(LINK);
        assertThat(selection.contains("a")).isTrue();
        assertThat(selection.contains(LINK)).isTrue();
        selection.toggle("a");
        selection.toggle(LINK);
        assertThat(selection.isEmpty()).isTrue();
    }

    @Test
    void oneComponentAloneIsTheOnlyOne() {
        selection.select("a");
        assertThat(selection.onlyComponent()).contains("a");
        selection.add(List.of(), List.of(LINK));
        assertThat(selection.onlyComponent()).isEmpty();
    }

    @Test
    void listenersAreToldOfChangesOnly() {
        List<Selection> told = new ArrayList<>();
        selection.onChange(told::add);
        selection.select("a");
        selection.select("a");
        selection.clear();
        selection.clear();
        assertThat(told).hasSize(2);
    }

    @Test
    void whatWasHandedOutDoesNotChange() {
        selection.select("a");
        var before = selection.components();
        selection.select("b");
        assertThat(before).containsExactly("a");
    }
}
