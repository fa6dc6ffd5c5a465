package io.myelin.app.editor.journal;

import io.myelin.engine.graph.Graph;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a journal begins with.
 *
 * @param file the file of the document when it was opened, absolute; empty: a new graph
 * @param digest of what the file held then; empty where there was none
 * @param graph the graph then
 */
record JournalHeader(Optional<Path> file, String digest, Graph graph) {
    private static final String FORMAT = "myelin-journal/1";

    /** It as JSON without line breaks. */
    String write() {
        JsonObject fields = new JsonObject().text("journal", FORMAT);
        file.ifPresent(path -> fields.text("file", path.toString()));
        return fields.text("digest", digest).graph("graph", graph).end();
    }

    /** What {@link #write} wrote; throws {@link JournalException} where it is none of it. */
    static JournalHeader read(JournalFields fields) {
        if (!fields.text("journal").equals(FORMAT)) {
            throw new JournalException("this journal is of another version of Myelin: " + fields.text("journal"));
        }
        Optional<Path> file =
                fields.has("file") ? Optional.of(EditEventText.path(fields.text("file"))) : Optional.empty();
        return new JournalHeader(file, fields.text("digest"), fields.graph("graph"));
    }
}
