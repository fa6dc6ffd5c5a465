package io.myelin.app.editor.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Something the editor can do: named, found by search, in a menu, on keys. Used on the window's thread. */
public final class Action {
    private final String id;
    private final String title;
    private final Optional<Supplier<String>> titleNow;
    private final String icon;
    private final List<ActionKey> keys;
    private final Optional<MenuPlace> menu;
    private final BooleanSupplier enabled;
    private final boolean conditional;
    private final Optional<BooleanSupplier> checked;
    private final boolean forCanvas;
    private final Runnable task;

    private Action(Builder builder, Runnable task) {
        this.id = builder.id;
        this.title = builder.title;
        this.titleNow = builder.titleNow;
        this.icon = builder.icon;
        this.keys = List.copyOf(builder.keys);
        this.menu = builder.menu;
        this.enabled = builder.enabled;
        this.conditional = builder.conditional;
        this.checked = builder.checked;
        this.forCanvas = builder.forCanvas;
        this.task = task;
    }

    /** Begins the description of an action: {@code id} as {@code file.save}, {@code title} as people read it. */
    public static Builder named(String id, String title) {
        return new Builder(id, title);
    }

    /** The stable id, {@code area.verb}. */
    public String id() {
        return id;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** What people read now, which may say more: {@code Undo Delete}. */
    public String titleNow() {
        return titleNow.map(Supplier::get).orElse(title);
    }

    /** An Ikonli icon literal, or empty. */
    public String icon() {
        return icon;
    }

    /** Its usual keys, the one to show first; which hold now the {@link ActionRegistry} knows. */
    public List<ActionKey> keys() {
        return keys;
    }

    /** The first of its usual keys as people read it, or empty. */
    public String keyTitle() {
        return keys.isEmpty() ? "" : keys.getFirst().title();
    }

    /** Whether its keys do it only while the canvas has the focus, being keys that move about everywhere else. */
    public boolean isForCanvas() {
        return forCanvas;
    }

    /** Its place in the menus; empty for one that is in none. */
    public Optional<MenuPlace> menu() {
        return menu;
    }

    /** Whether it can be done now. */
    public boolean isEnabled() {
        return enabled.getAsBoolean();
    }

    /** Whether it turns something on and off. */
    public boolean isCheckable() {
        return checked.isPresent();
    }

    /** Whether what it turns on and off is on; empty for one that turns nothing on. */
    public Optional<Boolean> checked() {
        return checked.map(BooleanSupplier::getAsBoolean);
    }

    /** Whether there are times at which it can't be done. */
    public boolean isConditional() {
        return conditional;
    }

    /** Does it where it is enabled, else nothing. */
    public void run() {
        if (isEnabled()) {
            task.run();
        }
    }

    @Override
    public String toString() {
        return id;
    }

    /** Describes an action. */
    public static final class Builder {
        private final String id;
        private final String title;
        private Optional<Supplier<String>> titleNow = Optional.empty();
        private String icon = "";
        private final List<ActionKey> keys = new ArrayList<>();
        private Optional<MenuPlace> menu = Optional.empty();
        private BooleanSupplier enabled = () -> true;
        private boolean conditional;
        private Optional<BooleanSupplier> checked = Optional.empty();
        private boolean forCanvas;

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** Keys pressed together, such as {@code Shortcut+S}; the first is the one shown. */
        public Builder keys(String... combinations) {
            for (String combination : combinations) {
                keys.add(ActionKey.pressed(combination));
            }
            return this;
        }

        /** A sign typed, such as {@code ?}. */
        public Builder typed(String sign) {
            keys.add(ActionKey.typed(sign));
            return this;
        }

        /** A title that says more than the plain one, asked for each time it is shown. */
        public Builder titledBy(Supplier<String> title) {
            titleNow = Optional.of(title);
            return this;
        }

        /** Its place in the menus. */
        public Builder menu(MenuPlace.Menu in, int group) {
            menu = Optional.of(new MenuPlace(in, group));
            return this;
        }

        /** An Ikonli icon literal. */
        public Builder icon(String literal) {
            icon = literal;
            return this;
        }

        /** When it can be done; without this, always. */
        public Builder enabledWhen(BooleanSupplier condition) {
            enabled = condition;
            conditional = true;
            return this;
        }

        /** Makes it one that turns something on and off; {@code condition} says whether it is on. */
        public Builder checkedWhen(BooleanSupplier condition) {
            checked = Optional.of(condition);
            return this;
        }

        /** Has its keys do it only while the canvas has the focus. */
        public Builder onCanvasOnly() {
            forCanvas = true;
            return this;
        }

        /** What it does. */
        public Action does(Runnable task) {
            return new Action(this, task);
        }
    }
}
