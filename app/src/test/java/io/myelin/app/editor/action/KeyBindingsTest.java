package io.myelin.app.editor.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Keys that people choose")
class KeyBindingsTest {
    private static final ActionKey CTRL_Z = ActionKey.pressed("Shortcut+Z");
    private static final ActionKey CTRL_D = ActionKey.pressed("Shortcut+D");
    private static final ActionKey F3 = ActionKey.pressed("F3");

    @TempDir
    Path folder;

    private final Action undo =
            Action.named("edit.undo", "Undo").keys("Shortcut+Z").does(() -> {});
    private final Action duplicate =
            Action.named("edit.duplicate", "Duplicate").keys("Shortcut+D").does(() -> {});
    private final Action help =
            Action.named("help.keys", "Keys").typed("?").keys("F1").does(() -> {});

    private ActionRegistry registry(KeyBindings bindings) {
        ActionRegistry registry = new ActionRegistry();
        registry.bind(bindings);
        registry.add(undo);
        registry.add(duplicate);
        registry.add(help);
        return registry;
    }

    @Test
    void withoutAChoiceTheUsualKeysHold() {
        ActionRegistry registry = registry(new KeyBindings(folder));
        assertThat(registry.keys(undo)).containsExactly(CTRL_Z);
        assertThat(registry.keyTitle(help)).isEqualTo("?");
        assertThat(registry.onKey(CTRL_D)).contains(duplicate);
    }

    @Test
    void whatWasChosenHoldsAfterTheNextStart() {
        new KeyBindings(folder).choose(Map.of("edit.undo", List.of(F3, ActionKey.typed("!")), "help.keys", List.of()));
        ActionRegistry registry = registry(new KeyBindings(folder));
        assertThat(registry.keys(undo)).containsExactly(F3, ActionKey.typed("!"));
        assertThat(registry.onKey(CTRL_Z)).isEmpty();
        assertThat(registry.keys(help)).isEmpty();
        assertThat(registry.keys(duplicate)).containsExactly(CTRL_D);
    }

    @Test
    void aKeyThatIsChosenIsNoLongerTheUsualOneOfAnotherAndThatIsTold() {
        KeyBindings bindings = new KeyBindings(folder);
        ActionRegistry registry = registry(bindings);
        bindings.choose(Map.of("edit.undo", List.of(CTRL_D)));
        assertThat(registry.onKey(CTRL_D)).contains(undo);
        assertThat(registry.keys(duplicate)).isEmpty();
        assertThat(registry.keyConflicts()).containsExactly(new KeyConflict(CTRL_D, undo, duplicate));
    }

    @Test
    void ofTwoWhoWereGivenTheSameKeyByHandOneHasItAndTheConflictIsTold() throws IOException {
        Files.writeString(folder.resolve("keys.properties"), "help.keys = F3\nedit.undo = F3, Shortcut+Z\n");
        ActionRegistry registry = registry(new KeyBindings(folder));
        assertThat(registry.onKey(F3)).contains(undo);
        assertThat(registry.keyConflicts()).containsExactly(new KeyConflict(F3, undo, help));
    }

    @Test
    void aResetGivesTheUsualKeysBackAlsoAfterTheNextStart() {
        KeyBindings bindings = new KeyBindings(folder);
        bindings.choose(Map.of("edit.undo", List.of(F3), "help.keys", List.of()));
        bindings.reset("edit.undo");
        assertThat(registry(new KeyBindings(folder)).keys(undo)).containsExactly(CTRL_Z);
        assertThat(registry(new KeyBindings(folder)).keys(help)).isEmpty();
        bindings.resetAll();
        assertThat(registry(new KeyBindings(folder)).keyTitle(help)).isEqualTo("?");
    }

    @Test
    void aLineThatCannotBeReadLeavesTheUsualKeysAndIsNotLost() throws IOException {
        Path file = folder.resolve("keys.properties");
        Files.writeString(file, "edit.undo = Hyper+Q\nhelp.keys = F3\n");
        KeyBindings bindings = new KeyBindings(folder);
        ActionRegistry registry = registry(bindings);
        assertThat(registry.keys(undo)).containsExactly(CTRL_Z);
        assertThat(registry.keys(help)).containsExactly(F3);
        bindings.choose(Map.of("edit.duplicate", List.of()));
        assertThat(Files.readString(file)).contains("edit.undo = Hyper+Q");
    }

    @Test
    void whatIsKeptForActionsOfAnotherVersionIsNotLost() throws IOException {
        Path file = folder.resolve("keys.properties");
        Files.writeString(file, "edit.fold = Alt+C\n");
        new KeyBindings(folder).choose(Map.of("edit.undo", List.of(F3)));
        assertThat(Files.readString(file)).contains("edit.fold = Alt+C").contains("edit.undo = F3");
    }

    @Test
    void everyKeyIsReadAsItIsWritten() {
        for (ActionKey key : List.of(
                CTRL_Z,
                F3,
                ActionKey.typed("?"),
                ActionKey.pressed("Shortcut+Shift+Alt+DIGIT1"),
                ActionKey.pressed("Shift+BACK_SPACE"))) {
            assertThat(ActionKey.parse(key.text())).isEqualTo(key);
        }
    }
}
