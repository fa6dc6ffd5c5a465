package io.myelin.app.editor.access;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.util.Subscription;

/** Decides whether things may move, by what somebody chose and what the desktop says, and tells when that changes. */
public final class Motion implements AutoCloseable {
    private final Consumer<Boolean> changed;
    private final Subscription desktop;
    private MotionChoice choice;

    /** Tells {@code changed} at once and after each change whether motion is reduced. */
    public Motion(MotionChoice choice, Consumer<Boolean> changed) {
        this.choice = choice;
        this.changed = changed;
        this.desktop = Platform.getPreferences().reducedMotionProperty().subscribe(_ -> tell());
    }

    /** What was chosen. */
    public MotionChoice choice() {
        return choice;
    }

    /** Chooses otherwise. */
    public void choose(MotionChoice chosen) {
        choice = chosen;
        tell();
    }

    /** Whether nothing is to slide. */
    public boolean isReduced() {
        return switch (choice) {
            case FULL -> false;
            case REDUCED -> true;
            case SYSTEM -> Platform.getPreferences().isReducedMotion();
        };
    }

    private void tell() {
        changed.accept(isReduced());
    }

    /** Listens to the desktop no more. */
    @Override
    public void close() {
        desktop.unsubscribe();
    }
}
