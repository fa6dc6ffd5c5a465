package io.myelin.app.editor.action;

/**
 * Where an action stands in the menus.
 *
 * @param menu the menu
 * @param group actions of one group stand together, groups in rising order, a line between them
 */
public record MenuPlace(Menu menu, int group) {
    /** The menus, from left to right. */
    public enum Menu {
        /** Documents and files. */
        FILE("File"),
        /** Changes of the graph. */
        EDIT("Edit"),
        /** What is seen, and how large. */
        VIEW("View"),
        /** Where components stand. */
        ARRANGE("Arrange"),
        /** The graph at work. */
        RUN("Run"),
        /** Help. */
        HELP("Help");

        private final String title;

        Menu(String title) {
            this.title = title;
        }

        /** What people see. */
        public String title() {
            return title;
        }
    }
}
