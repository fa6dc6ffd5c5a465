package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.EditEvent;
import io.myelin.app.text.Texts;

/** Says of an edit what has been done, for those who do not see it. */
final class EditWords {
    private static final Texts TEXTS = Texts.of(EditWords.class);

    private EditWords() {}

    /** What {@code event} has done to {@code document}; empty for what goes on, such as typing, and what is said elsewhere. */
    static String of(EditEvent event, Document document) {
        return switch (event) {
            case EditEvent.Performed done when done.mergeKey().isEmpty() -> done.name();
            case EditEvent.Stepped stepped ->
                stepped.by() < 0 ? TEXTS.get("undone", document.redoName()) : TEXTS.get("redone", document.undoName());
            case EditEvent.Saved saved -> TEXTS.get("saved", saved.file().getFileName());
            default -> "";
        };
    }
}
