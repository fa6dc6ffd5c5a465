package io.myelin.app.editor.live;

import static io.myelin.app.editor.action.MenuPlace.Menu.RUN;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.document.Breakpoints;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.live.run.RunBreakpoints;
import io.myelin.app.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The actions on breakpoints: setting them on wires, and letting go what is held there. */
final class BreakpointActions {
    private static final Texts TEXTS = Texts.of(BreakpointActions.class);

    private final LiveHost host;
    private final Supplier<Optional<LiveDocument>> current;
    private final HeldWires held;

    BreakpointActions(LiveHost host, Supplier<Optional<LiveDocument>> current, HeldWires held) {
        this.host = host;
        this.current = current;
        this.held = held;
    }

    void add() {
        ActionRegistry registry = host.actions();
        registry.add(Action.named("run.breakpoint", TEXTS.get("breakpoint.toggle"))
                .keys("F9")
                .menu(RUN, 6)
                .icon("mdi2r-record-circle-outline")
                .enabledWhen(() -> !selected().isEmpty())
                .checkedWhen(() -> !selected().isEmpty()
                        && level().filter(
                                        one -> one.breakpoints().all().keySet().containsAll(selected()))
                                .isPresent())
                .does(() -> level().map(Document::breakpoints).ifPresent(points -> points.toggle(selected()))));
        registry.add(Action.named("run.continue", TEXTS.get("breakpoint.continue"))
                .keys("F5")
                .menu(RUN, 6)
                .icon("mdi2p-play-pause")
                .enabledWhen(this::isHolding)
                .does(() -> release(RunBreakpoints::goOn)));
        registry.add(Action.named("run.step", TEXTS.get("breakpoint.step"))
                .keys("F10")
                .menu(RUN, 6)
                .icon("mdi2d-debug-step-over")
                .enabledWhen(this::isHolding)
                .does(() -> release(RunBreakpoints::step)));
        registry.add(Action.named("run.breakpoints-clear", TEXTS.get("breakpoint.clear"))
                .keys("Shortcut+Shift+F9")
                .menu(RUN, 6)
                .enabledWhen(() -> levels().stream()
                        .anyMatch(one -> !one.breakpoints().all().isEmpty()))
                .does(() -> levels().stream().map(Document::breakpoints).forEach(Breakpoints::clear)));
    }

    private List<Document> levels() {
        return current.get().map(live -> live.document().knownLevels()).orElse(List.of());
    }

    private Optional<Document> level() {
        return current.get().map(live -> host.shownLevel(live.document()));
    }

    private Collection<LinkReference> selected() {
        return level().<Collection<LinkReference>>map(one -> one.selection().links())
                .orElse(List.of());
    }

    private boolean isHolding() {
        return current.get().flatMap(held::holder).isPresent();
    }

    /** On the selected wires where something is held there, else everywhere. */
    private void release(BiConsumer<RunBreakpoints, List<RunBreakpoints.Place>> how) {
        current.get()
                .ifPresent(shown -> held.holder(shown).ifPresent(holder -> {
                    Document level = host.shownLevel(shown.document());
                    how.accept(holder.breakpoints(), HeldWires.selected(level, shown, holder));
                }));
    }
}
