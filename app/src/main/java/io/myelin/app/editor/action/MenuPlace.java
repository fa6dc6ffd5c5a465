package io.myelin.app.editor.action;

import io.myelin.app.text.Texts;
import java.util.Locale;

/**
 * Where an action stands in the menus.
 *
 * @param menu the menu
 * @param group actions of one group stand together, groups in rising order, a line between them
 */
public record MenuPlace(Menu menu, int group) {
    private static final Texts TEXTS = Texts.of(MenuPlace.class);

    /** The menus, from left to right. */
    public enum Menu {
        /** Documents and files. */
        FILE,
        /** Changes of the graph. */
        EDIT,
        /** What is selected and found. */
        SELECT,
        /** What is seen, and how large. */
        VIEW,
        /** Where components stand. */
        ARRANGE,
        /** The graph at work. */
        RUN,
        /** Help. */
        HELP;

        /** What people see. */
        public String title() {
            return TEXTS.get("menu." + name().toLowerCase(Locale.ROOT));
        }
    }
}
