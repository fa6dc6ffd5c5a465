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
 * @param replaced the name of the journal that this one counts instead of; then all is as it was when this one was made,
 *     the graph is that at the beginning of the history, whose records follow
 */
record JournalHeader(Optional<Path> file, String digest, Graph graph, Optional<String> replaced) {
    private static final String FORMAT = "myelin-journal/1";
    private static final String COMPACTED = "myelin-journal/2";
    private static final String JOURNAL = "journal";
    private static final String REPLACED = "replaced";

    /** It as JSON without line breaks. */
    String write() {
        JsonObject fields = new JsonObject().text(JOURNAL, replaced.isPresent() ? COMPACTED : FORMAT);
        replaced.ifPresent(name -> fields.text(REPLACED, name));
        file.ifPresent(path -> fields.text("file", path.toString()));
        return fields.text("digest", digest).graph("graph", graph).end();
    }

    /** What {@link #write} wrote; throws {@link JournalException} where it is none of it. */
    static JournalHeader read(JournalFields fields) {
        String format = fields.text(JOURNAL);
        if (!format.equals(FORMAT) && !format.equals(COMPACTED)) {
            throw new JournalException("this journal is of another version of Myelin: " + format);
        }
        Optional<Path> file =
                fields.has("file") ? Optional.of(EditEventText.path(fields.text("file"))) : Optional.empty();
        return new JournalHeader(file, fields.text("digest"), fields.graph("graph"), replaced(fields));
    }

    /** The journal that the one with the header {@code json} is instead of; costs next to nothing where there is none. */
    static Optional<String> replaced(String json) {
        return json.startsWith("{\"" + JOURNAL + "\":\"" + COMPACTED + "\"")
                ? replaced(JournalFields.parse(json))
                : Optional.empty();
    }

    private static Optional<String> replaced(JournalFields fields) {
        return fields.has(REPLACED) ? Optional.of(fields.text(REPLACED)) : Optional.empty();
    }
}
