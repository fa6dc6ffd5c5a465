package io.myelin.app.editor.inspector;

import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;

/** A field the text of which may not stand in the graph yet: it waits to be finished, or to be right. */
final class WaitingField extends TextField {
    private final BooleanSupplier waiting;

    /** {@code waiting} says whether the text stands nowhere but here. */
    WaitingField(BooleanSupplier waiting) {
        this.waiting = waiting;
    }

    /** Whether the text stands nowhere but here, so that undoing is about what is typed and not about the graph. */
    boolean isWaiting() {
        return waiting.getAsBoolean();
    }
}
