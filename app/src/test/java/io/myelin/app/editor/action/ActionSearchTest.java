package io.myelin.app.editor.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ActionSearchTest {
    private static final List<String> NAMES = List.of("Save", "Save As …", "Select All", "Fit Selection", "Undo");

    @Test
    void whatBeginsWithTheWordsComesFirst() {
        assertThat(find("sele")).containsExactly("Select All", "Fit Selection");
        assertThat(find("save")).containsExactly("Save", "Save As …");
    }

    @Test
    void aFewLettersInOrderAreEnough() {
        assertThat(find("fsel")).containsExactly("Fit Selection");
        assertThat(find("udo")).containsExactly("Undo");
    }

    @Test
    void anEmptySearchFindsAll() {
        assertThat(find(" ")).isEqualTo(NAMES);
        assertThat(find("xyz")).isEmpty();
    }

    @Test
    void twoActionsMayNotHaveOneIdOrOneKey() {
        ActionRegistry registry = new ActionRegistry();
        registry.add(Action.named("a", "A").keys("Shortcut+S").does(() -> {}));
        assertThatThrownBy(() -> registry.add(Action.named("a", "B").does(() -> {})))
                .hasMessageContaining("'a'");
        assertThatThrownBy(() ->
                        registry.add(Action.named("b", "B").keys("Shortcut+S").does(() -> {})))
                .hasMessageContaining("'a'")
                .hasMessageContaining("'b'");
    }

    @Test
    void anActionThatIsNotEnabledDoesNothing() {
        StringBuilder done = new StringBuilder();
        Action.named("a", "A")
                .enabledWhen(() -> false)
                .does(() -> done.append("done"))
                .run();
        assertThat(done).isEmpty();
    }

    @Test
    void keysReadAsTheyStandOnTheKeyboard() {
        assertThat(ActionKey.pressed("Shortcut+DIGIT1").title()).isEqualTo("Ctrl+1");
        assertThat(ActionKey.pressed("Shortcut+PAGE_DOWN").title()).isEqualTo("Ctrl+Page Down");
        assertThat(ActionKey.pressed("Shortcut+Shift+Z").title()).isEqualTo("Ctrl+Shift+Z");
        assertThat(ActionKey.pressed("F2").title()).isEqualTo("F2");
        assertThat(ActionKey.typed("?").title()).isEqualTo("?");
    }

    private static List<String> find(String query) {
        return ActionSearch.find(NAMES, query, Function.identity());
    }
}
