package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Snapshot;
import io.myelin.app.editor.document.TestDocuments;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Position;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Somebody who does at random all that can be done to a document: the same for the same seed, at whatever speed. */
final class RandomEditing {
    private static final int LARGEST = 60;

    private final Random random;
    private final RandomEdits edits;
    private final Document document;
    private Snapshot toBeSaved = new Snapshot(Graph.EMPTY, 0);
    private Instant now = Instant.parse("2020-01-01T00:00:00Z");

    RandomEditing(long seed, Path file) {
        random = new Random(seed);
        edits = new RandomEdits(random);
        document = TestDocuments.of(Graph.EMPTY, Optional.of(file), () -> now);
    }

    Document document() {
        return document;
    }

    /** Does one thing, of which a journal holds at most one record. */
    void act() {
        // Letters follow each other quickly, or after a pause that ends what they are merged with.
        now = now.plusMillis(random.nextInt(20) == 0 ? 5_000 : 100).plusNanos(random.nextInt(1_000_000));
        boolean open = document.isInStep();
        switch (random.nextInt(open ? 16 : 20)) {
            case 0, 1, 2 -> type();
            case 3, 4 -> drag();
            case 5, 6 -> document.endMerging();
            case 7 -> beginOrEnd(open);
            case 8 -> endOrStep(open);
            case 16 -> document.goTo(random.nextInt(document.history().size() + 1));
            case 17 -> document.undo();
            case 18 -> document.redo();
            case 19 -> rare();
            default -> edit();
        }
    }

    private void beginOrEnd(boolean open) {
        if (open) {
            document.commit();
        } else {
            document.begin("Step " + edits.text());
        }
    }

    private void endOrStep(boolean open) {
        if (open) {
            document.rollback();
        } else {
            document.undo();
        }
    }

    private void rare() {
        switch (random.nextInt(4)) {
            case 0, 1 -> toBeSaved = document.snapshot();
            // Often more has been done since.
            case 2 -> document.savedTo(document.file().orElseThrow(), toBeSaved, "");
            default -> document.fileDiffers();
        }
    }

    private void edit() {
        if (document.graph().components().size() > LARGEST) {
            perform(new GraphEdit.RemoveComponent(anyId()), "");
            return;
        }
        try {
            perform(edits.next(document.graph()), "");
        } catch (GraphEditException partDoesNotFit) {
            document.endMerging();
        }
    }

    private void type() {
        if (document.graph().components().isEmpty()) {
            return;
        }
        // Always into the first, so that letters often follow letters.
        var first = document.graph().components().entrySet().iterator().next();
        perform(
                new ChangeComponent(
                        first.getKey(),
                        first.getValue().withTitle(first.getValue().title() + "ü")),
                "title of " + first.getKey());
    }

    private void drag() {
        if (document.graph().components().isEmpty()) {
            return;
        }
        Position to = new Position(random.nextInt(500), random.nextInt(500));
        perform(new MoveComponents(List.of(new MoveComponents.Move(anyId(), Optional.of(to)))), "");
    }

    private String anyId() {
        List<String> ids = List.copyOf(document.graph().components().keySet());
        return ids.get(random.nextInt(ids.size()));
    }

    private void perform(GraphEdit edit, String mergeKey) {
        try {
            document.perform("Edit " + edits.text(), edit, mergeKey);
        } catch (GraphEditException doesNotFit) {
            // Then nothing is done, as in the editor.
            document.endMerging();
        }
    }

    /** All that can be seen of {@code document} once a step that is going on has ended, with its history. */
    static String describe(Document document) {
        if (document.isInStep()) {
            document.commit();
        }
        StringBuilder text = new StringBuilder(GraphFile.format(document.graph()));
        text.append(document.isModified()).append(document.file()).append('\n');
        for (int i = 0; i < document.history().size(); i++) {
            var step = document.history().step(i);
            text.append(i == document.history().position() ? "> " : "  ")
                    .append(step.name())
                    .append(step.at())
                    .append(document.history().isSaved(i + 1))
                    .append('\n');
        }
        return text.toString();
    }
}
