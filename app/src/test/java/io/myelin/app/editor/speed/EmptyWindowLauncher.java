package io.myelin.app.editor.speed;

/** Starts {@link EmptyWindow} from the class path, where a main class that is an application itself is refused. */
public final class EmptyWindowLauncher {
    private EmptyWindowLauncher() {}

    /** Opens it. */
    public static void main(String[] arguments) {
        EmptyWindow.main(arguments);
    }
}
