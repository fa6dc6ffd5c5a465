package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.DocumentPast;
import io.myelin.engine.graph.GraphEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The past of a document as records of a journal, which follow on its header: each step, then the point in the history.
 * The point also says, as the record of an event does, what is unsaved, since it may be the last record.
 */
final class PastText {
    private static final String STEP = "step";
    private static final String HISTORY = "history";

    private PastText() {}

    /** {@code step} as JSON without line breaks. */
    static String write(DocumentPast.Step step) {
        String edits = step.edits().stream().map(GraphEditText::write).collect(Collectors.joining(",", "[", "]"));
        return new JsonObject()
                .text(STEP, step.name())
                .text("merge", step.mergeKey())
                .number("serial", step.serial())
                .text("at", step.at().toString())
                .json("edits", edits)
                .end();
    }

    /** What {@link #write(DocumentPast.Step)} wrote; throws {@link JournalException} where it is none of it. */
    static DocumentPast.Step step(JournalFields fields) {
        List<GraphEdit> edits = new ArrayList<>();
        for (Object edit : fields.list("edits")) {
            edits.add(GraphEditText.read(JournalFields.of(edit)));
        }
        return new DocumentPast.Step(
                fields.text(STEP), fields.text("merge"), fields.number("serial"), EditEventText.at(fields), edits);
    }

    /** {@code point} as JSON without line breaks. */
    static String write(DocumentPast.Point point, boolean unsaved) {
        String history = new JsonObject()
                .number("base", point.base())
                .number("saved", point.saved())
                .number("serials", point.serials())
                .flag("merging-ended", point.mergingEnded())
                .end();
        return EditEventText.standing(new JsonObject().json(HISTORY, history), unsaved, point.position())
                .end();
    }

    /** Whether {@code fields} are those of a step. */
    static boolean isStep(JournalFields fields) {
        return fields.has(STEP);
    }

    /** Whether {@code fields} are those of a point. */
    static boolean isPoint(JournalFields fields) {
        return fields.has(HISTORY);
    }

    /** What {@link #write(DocumentPast.Point, boolean)} wrote; throws {@link JournalException} where it is none of it. */
    static DocumentPast.Point point(JournalFields fields) {
        JournalFields history = fields.object(HISTORY);
        return new DocumentPast.Point(
                EditEventText.steps(fields),
                history.number("base"),
                history.number("saved"),
                history.number("serials"),
                history.flag("merging-ended"));
    }
}
