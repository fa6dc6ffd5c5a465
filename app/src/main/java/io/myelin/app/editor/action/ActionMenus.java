package io.myelin.app.editor.action;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu bar: every action that has a place there, with its key. */
public final class ActionMenus {
    private final ActionRegistry registry;
    private final MenuBar bar = new MenuBar();
    private final Map<MenuPlace.Menu, Menu> menus = new EnumMap<>(MenuPlace.Menu.class);
    private final Map<MenuPlace, Menu> submenus;

    /**
     * Menus of the actions of {@code registry}, those added later included, and {@code submenus} inside them, whose items
     * the caller makes.
     */
    public ActionMenus(ActionRegistry registry, Map<MenuPlace, Menu> submenus) {
        this.registry = registry;
        this.submenus = Map.copyOf(submenus);
        for (MenuPlace.Menu place : MenuPlace.Menu.values()) {
            Menu menu = new Menu(place.title());
            menu.setId("menu-" + place.name().toLowerCase(Locale.ROOT));
            menu.setOnShowing(_ -> refresh(menu.getItems()));
            menus.put(place, menu);
        }
        bar.setId("menu-bar");
        registry.onAdd(_ -> rebuild());
        rebuild();
    }

    /** The bar to show. */
    public MenuBar bar() {
        return bar;
    }

    private void rebuild() {
        menus.forEach((place, menu) -> fill(place, menu));
        bar.getMenus()
                .setAll(menus.values().stream()
                        .filter(menu -> !menu.getItems().isEmpty())
                        .toList());
    }

    private void fill(MenuPlace.Menu place, Menu menu) {
        menu.getItems().clear();
        List<Action> actions = registry.all().stream()
                .filter(action -> action.menu().map(MenuPlace::menu).equals(Optional.of(place)))
                .sorted(Comparator.comparingInt(ActionMenus::group))
                .toList();
        int group = actions.isEmpty() ? 0 : group(actions.getFirst());
        for (Action action : actions) {
            if (group(action) != group) {
                addSubmenus(place, group, menu);
                group = group(action);
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().add(item(registry, action));
        }
        addSubmenus(place, group, menu);
    }

    private void addSubmenus(MenuPlace.Menu place, int group, Menu menu) {
        Menu submenu = submenus.get(new MenuPlace(place, group));
        if (submenu != null) {
            menu.getItems().add(submenu);
        }
    }

    private static int group(Action action) {
        return action.menu().map(MenuPlace::group).orElse(0);
    }

    /** A menu item that does {@code action}, with its key. */
    public static MenuItem item(ActionRegistry registry, Action action) {
        MenuItem item = action.isCheckable() ? new CheckMenuItem(action.title()) : new MenuItem(action.title());
        item.setId(action.id());
        item.setUserData(action);
        if (!action.icon().isEmpty() && !action.isCheckable()) {
            item.setGraphic(new FontIcon(action.icon()));
        }
        registry.keys(action).stream()
                .filter(ActionKey.Pressed.class::isInstance)
                .map(ActionKey.Pressed.class::cast)
                .findFirst()
                .ifPresent(key -> item.setAccelerator(KeyTitles.titled(key.combination(), action.isForCanvas())));
        item.setOnAction(_ -> {
            action.run();
            registry.refresh();
        });
        return item;
    }

    /** Brings {@code items} up to date: their titles, which can be done, which are on. */
    public static void refresh(List<MenuItem> items) {
        for (MenuItem item : items) {
            if (item.getUserData() instanceof Action action) {
                item.setText(action.titleNow());
                item.setDisable(!action.isEnabled());
                if (item instanceof CheckMenuItem check) {
                    check.setSelected(action.checked().orElse(false));
                }
            }
        }
    }
}
