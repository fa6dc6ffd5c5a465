package io.myelin.app.editor.document;

import io.myelin.app.text.Texts;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBox.Kind;
import io.myelin.engine.graph.PublicBoxes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps that change the boxes of one level's own. Where the graph is used in the same document, the links outside
 * follow in the same step.
 */
public final class PublicBoxEdits {
    private static final Texts TEXTS = Texts.of(PublicBoxEdits.class);

    private final Document document;

    /** Changes the boxes of {@code document}. */
    public PublicBoxEdits(Document document) {
        this.document = document;
    }

    /** Makes {@code inner} a box of the graph's own, under a name that is free, and gives that. */
    public PublicBox publish(Kind kind, BoxReference inner) {
        PublicBox box = new PublicBox(kind, PublicBoxes.freeName(document.graph(), kind, inner));
        document.perform(TEXTS.get("box.publish", inner), PublicBoxes.lead(document.graph(), box, inner));
        return box;
    }

    /** Lets {@code box} stand for another inner box. */
    public void lead(PublicBox box, BoxReference inner) {
        if (!inner.equals(box.kind().of(document.graph()).get(box.name()))) {
            document.perform(TEXTS.get("box.lead", box.name(), inner), PublicBoxes.lead(document.graph(), box, inner));
        }
    }

    /** Why {@code box} can't be called {@code name}; empty where it can. */
    public Optional<String> refusal(PublicBox box, String name) {
        if (name.equals(box.name())) {
            return Optional.empty();
        }
        if (!FreeIds.isId(name)) {
            return Optional.of(TEXTS.get("box.name.unfit"));
        }
        if (PublicBoxes.isReserved(name)) {
            return Optional.of(TEXTS.get("box.name.reserved", name));
        }
        return box.kind().of(document.graph()).containsKey(name)
                ? Optional.of(TEXTS.get("box.name.taken", name))
                : Optional.empty();
    }

    /** Calls {@code box} otherwise, where that name {@linkplain #refusal may be}. */
    public void rename(PublicBox box, String name) {
        if (!name.equals(box.name()) && refusal(box, name).isEmpty()) {
            document.root()
                    .perform(
                            TEXTS.get("box.rename", box.name()),
                            PublicBoxes.rename(document.root().graph(), document.path(), box, name));
        }
    }

    /** Takes {@code boxes} away. */
    public void remove(Set<PublicBox> boxes) {
        if (!boxes.isEmpty()) {
            String step = boxes.size() == 1
                    ? TEXTS.get("box.delete", boxes.iterator().next().name())
                    : TEXTS.get("box.delete.several", boxes.size());
            document.root().perform(step, PublicBoxes.remove(document.root().graph(), document.path(), boxes));
        }
    }

    /** Puts {@code box} at another place among those of its kind, counted without it. */
    public void move(PublicBox box, int index) {
        Graph graph = document.graph();
        if (index != place(box)) {
            document.perform(TEXTS.get("box.move", box.name()), PublicBoxes.move(graph, box, index));
        }
    }

    /** Where {@code box} stands among those of its kind, from 0. */
    public int place(PublicBox box) {
        return List.copyOf(box.kind().of(document.graph()).keySet()).indexOf(box.name());
    }
}
