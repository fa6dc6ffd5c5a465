package io.myelin.app.editor.compare;

import static io.myelin.app.editor.action.MenuPlace.Menu.EDIT;
import static io.myelin.app.editor.action.MenuPlace.Menu.FILE;
import static io.myelin.app.editor.action.MenuPlace.Menu.VIEW;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.text.Texts;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The actions that begin comparisons, and those on the comparison in front. */
public final class ComparisonActions {
    private static final Texts TEXTS = Texts.of(ComparisonActions.class);

    private final ActionRegistry registry;
    private final Supplier<Optional<ComparisonTab>> front;

    /** {@code front} gives the comparison in front. */
    public ComparisonActions(ActionRegistry registry, Supplier<Optional<ComparisonTab>> front) {
        this.registry = registry;
        this.front = front;
    }

    /** What a button says that compares. */
    public static String compareTitle() {
        return TEXTS.get("compare");
    }

    /** What a button does that compares work that was not saved with its file. */
    public static String compareRecoveredHelp() {
        return TEXTS.get("compare-recovered");
    }

    /** Adds those that compare the document in front with a file that people choose, and with its own. */
    public void addBeginning(BooleanSupplier isOpen, Runnable withFile, BooleanSupplier hasFile, Runnable withSaved) {
        registry.add(Action.named("file.compare", TEXTS.get("action-file"))
                .menu(FILE, 2)
                .icon("mdi2c-compare")
                .enabledWhen(isOpen)
                .does(withFile));
        registry.add(Action.named("file.compare-saved", TEXTS.get("action-saved"))
                .keys("Shortcut+Alt+S")
                .menu(FILE, 2)
                .enabledWhen(hasFile)
                .does(withSaved));
    }

    /** Adds those on the comparison in front. */
    public void addGoing() {
        registry.add(onComparison("compare.next", TEXTS.get("next"), ComparisonTab::hasDifferences)
                .keys("Alt+PAGE_DOWN")
                .menu(VIEW, 6)
                .does(() -> withComparison(one -> one.step(1))));
        registry.add(onComparison("compare.previous", TEXTS.get("previous"), ComparisonTab::hasDifferences)
                .keys("Alt+PAGE_UP")
                .menu(VIEW, 6)
                .does(() -> withComparison(one -> one.step(-1))));
        registry.add(onComparison("compare.overlaid", TEXTS.get("action-overlaid"), _ -> true)
                .keys("Shortcut+Alt+O")
                .menu(VIEW, 6)
                .checkedWhen(() -> front.get().filter(ComparisonTab::isOverlaid).isPresent())
                .does(() -> withComparison(one -> one.setOverlaid(!one.isOverlaid()))));
        registry.add(onComparison("compare.take", TEXTS.get("action-take"), ComparisonTab::canTake)
                .keys("Shortcut+Alt+T")
                .menu(EDIT, 5)
                .does(() -> withComparison(ComparisonTab::take)));
        registry.add(onComparison("compare.take-all", TEXTS.get("action-take-all"), ComparisonTab::hasDifferences)
                .menu(EDIT, 5)
                .does(() -> withComparison(ComparisonTab::takeAll)));
    }

    private Action.Builder onComparison(String id, String title, Predicate<ComparisonTab> condition) {
        return Action.named(id, title)
                .enabledWhen(() -> front.get().filter(condition).isPresent());
    }

    private void withComparison(Consumer<ComparisonTab> task) {
        front.get().ifPresent(task);
    }
}
