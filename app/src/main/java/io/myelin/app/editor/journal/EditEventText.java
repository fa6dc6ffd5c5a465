package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.EditEvent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What is done to documents as JSON on one line, and back. */
final class EditEventText {
    private static final String EVENT = "event";
    private static final String SAVED = "{\"" + EVENT + "\":\"saved\"";
    private static final String NAME = "name";
    private static final String AT = "at";
    private static final String UNSAVED = "unsaved";
    private static final String STEPS = "steps";
    private static final String BACK = "back";
    private static final String LOST = "lost";
    private static final String DIGEST = "digest";

    private EditEventText() {}

    /**
     * One record of a journal.
     *
     * @param event what was done
     * @param unsaved whether the document held work after it that stands in no file
     * @param steps how many steps were done then
     */
    record Entry(EditEvent event, boolean unsaved, int steps) {}

    /** {@code entry} as JSON without line breaks. */
    static String write(Entry entry) {
        return standing(fields(entry.event()), entry.unsaved(), entry.steps()).end();
    }

    /** Adds to {@code record} what {@link #unsaved} and {@link #steps} read. */
    static JsonObject standing(JsonObject record, boolean unsaved, int steps) {
        return record.flag(UNSAVED, unsaved).number(STEPS, steps);
    }

    private static JsonObject fields(EditEvent event) {
        return switch (event) {
            case EditEvent.Performed performed -> {
                JsonObject fields = named("performed")
                        .text(NAME, performed.name())
                        .text(AT, performed.at().toString())
                        .json("edit", GraphEditText.write(performed.edit()));
                yield performed.mergeKey().isEmpty() ? fields : fields.text("merge", performed.mergeKey());
            }
            case EditEvent.Begun begun ->
                named("begun").text(NAME, begun.name()).text(AT, begun.at().toString());
            case EditEvent.Committed _ -> named("committed");
            case EditEvent.RolledBack _ -> named("rolled-back");
            case EditEvent.MergingEnded _ -> named("merging-ended");
            case EditEvent.Stepped stepped -> named("stepped").number("by", stepped.by());
            case EditEvent.Saved saved -> {
                JsonObject fields =
                        named("saved").text("file", saved.file().toString()).text(DIGEST, saved.digest());
                // Those that say nothing of it, as of earlier versions, are of what was there when they were written.
                yield saved.back().isPresent()
                        ? fields.number(BACK, saved.back().getAsInt())
                        : fields.flag(LOST, true);
            }
            case EditEvent.FileDiffers _ -> named("file-differs");
        };
    }

    private static JsonObject named(String event) {
        return new JsonObject().text(EVENT, event);
    }

    /** What {@link #write} wrote; throws {@link JournalException} where it is none of it. */
    static Entry read(JournalFields fields) {
        return new Entry(event(fields), unsaved(fields), steps(fields));
    }

    /** Whether there was unsaved work after a record, without reading all of it. */
    static boolean unsaved(JournalFields fields) {
        return fields.flag(UNSAVED);
    }

    /** How many steps were done after a record, without reading all of it. */
    static int steps(JournalFields fields) {
        return fields.number(STEPS);
    }

    /** Where {@code json} says that the graph was saved; costs next to nothing where it is another record. */
    static Optional<Path> savedTo(String json) {
        return json.startsWith(SAVED)
                ? Optional.of(path(JournalFields.parse(json).text("file")))
                : Optional.empty();
    }

    private static EditEvent event(JournalFields fields) {
        String event = fields.text(EVENT);
        return switch (event) {
            case "performed" ->
                new EditEvent.Performed(
                        fields.text(NAME),
                        GraphEditText.read(fields.object("edit")),
                        fields.has("merge") ? fields.text("merge") : "",
                        at(fields));
            case "begun" -> new EditEvent.Begun(fields.text(NAME), at(fields));
            case "committed" -> new EditEvent.Committed();
            case "rolled-back" -> new EditEvent.RolledBack();
            case "merging-ended" -> new EditEvent.MergingEnded();
            case "stepped" -> new EditEvent.Stepped(fields.number("by"));
            case "saved" ->
                new EditEvent.Saved(
                        path(fields.text("file")),
                        fields.has(LOST)
                                ? OptionalInt.empty()
                                : OptionalInt.of(fields.has(BACK) ? fields.number(BACK) : 0),
                        fields.has(DIGEST) ? fields.text(DIGEST) : "");
            case "file-differs" -> new EditEvent.FileDiffers();
            default -> throw new JournalException("there is no event \"" + event + "\" in this version");
        };
    }

    /** When it was done; throws {@link JournalException} where it does not say. */
    static Instant at(JournalFields fields) {
        try {
            return Instant.parse(fields.text(AT));
        } catch (DateTimeException malformed) {
            throw new JournalException("\"" + fields.text(AT) + "\" is no time", malformed);
        }
    }

    /** A path as it was written on this system; throws {@link JournalException} where it is none. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new JournalException("\"" + text + "\" is no path here", malformed);
        }
    }
}
