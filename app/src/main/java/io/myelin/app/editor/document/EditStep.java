package io.myelin.app.editor.document;

import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.ChangeGraph;
import io.myelin.engine.graph.GraphEdit.ChangeLinkLayout;
import io.myelin.engine.graph.GraphEdit.ChangeNote;
import io.myelin.engine.graph.GraphEdit.Inside;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one undo takes back: some edits, done one after the other, and what takes each of them back. */
final class EditStep {
    private static final long OWN_WEIGHT = 256;

    private final String name;
    private final String mergeKey;
    private final long serial;
    private final List<GraphEdit> edits = new ArrayList<>();
    private final List<GraphEdit> inverses = new ArrayList<>();
    private Instant lastEdit;
    private long weight = OWN_WEIGHT;

    /** A step without edits; an empty {@code mergeKey} means that nothing merges with it. */
    EditStep(String name, String mergeKey, long serial, Instant now) {
        this.name = name;
        this.mergeKey = mergeKey;
        this.serial = serial;
        this.lastEdit = now;
    }

    /** A step that is known, with what takes its edits back, in their order. */
    EditStep(DocumentPast.Step known, List<GraphEdit> inverses) {
        this(known.name(), known.mergeKey(), known.serial(), known.at());
        this.edits.addAll(known.edits());
        this.inverses.addAll(inverses);
        weight += known.edits().stream().mapToLong(EditWeight::of).sum();
        weight += inverses.stream().mapToLong(EditWeight::of).sum();
    }

    /** Another one as this is now. */
    EditStep copy() {
        return new EditStep(new DocumentPast.Step(name, mergeKey, serial, lastEdit, edits), List.copyOf(inverses));
    }

    String name() {
        return name;
    }

    String mergeKey() {
        return mergeKey;
    }

    long serial() {
        return serial;
    }

    Instant lastEdit() {
        return lastEdit;
    }

    /** About how many bytes of memory it holds on to. */
    long weight() {
        return weight;
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The edits in the order to do them again. */
    List<GraphEdit> edits() {
        return List.copyOf(edits);
    }

    /** The path of the level in which the first of them was done: others follow from it around that. */
    List<String> place() {
        return edits.isEmpty() ? List.of() : placeOf(edits.getFirst());
    }

    /** The path of the innermost level in which all of them are. */
    private static List<String> placeOf(List<GraphEdit> edits) {
        List<String> common = edits.isEmpty() ? List.of() : placeOf(edits.getFirst());
        for (GraphEdit edit : edits) {
            List<String> place = placeOf(edit);
            int same = 0;
            while (same < common.size()
                    && same < place.size()
                    && common.get(same).equals(place.get(same))) {
                same++;
            }
            common = common.subList(0, same);
            if (same == 0) {
                break;
            }
        }
        return List.copyOf(common);
    }

    private static List<String> placeOf(GraphEdit edit) {
        return switch (edit) {
            case Inside inside -> {
                List<String> path = new ArrayList<>(inside.path());
                path.addAll(placeOf(inside.edit()));
                yield path;
            }
            case GraphEdit.Several several -> placeOf(several.edits());
            default -> List.of();
        };
    }

    /** What takes them back, in the order to apply it. */
    List<GraphEdit> inverses() {
        return List.copyOf(inverses.reversed());
    }

    /** Adds an edit that has been done. */
    void add(GraphEdit edit, GraphEdit inverse, Instant now) {
        lastEdit = now;
        if (!edits.isEmpty() && supersedes(edit, edits.getLast())) {
            // The inverse of the earlier edit leads back to before both.
            weight += EditWeight.of(edit) - EditWeight.of(edits.set(edits.size() - 1, edit));
            return;
        }
        edits.add(edit);
        inverses.add(inverse);
        weight += EditWeight.of(edit) + EditWeight.of(inverse);
    }

    /** Whether nothing of {@code earlier} is left once {@code edit} is done: so a drag of hours costs one edit. */
    private static boolean supersedes(GraphEdit edit, GraphEdit earlier) {
        if (edit instanceof MoveComponents now && earlier instanceof MoveComponents then) {
            // A place given up comes back in its place of the order only by what took it back then.
            return ids(now).equals(ids(then)) && onlyMoves(now) && onlyMoves(then);
        }
        if (edit instanceof ChangeComponent now && earlier instanceof ChangeComponent then) {
            return now.id().equals(then.id());
        }
        if (edit instanceof ChangeNote now && earlier instanceof ChangeNote then) {
            return now.name().equals(then.name())
                    && now.note().isPresent()
                    && then.note().isPresent();
        }
        if (edit instanceof ChangeLinkLayout now && earlier instanceof ChangeLinkLayout then) {
            return now.from().equals(then.from())
                    && now.to().equals(then.to())
                    && now.layout().isPresent()
                    && then.layout().isPresent();
        }
        if (edit instanceof Inside now && earlier instanceof Inside then) {
            return now.path().equals(then.path()) && supersedes(now.edit(), then.edit());
        }
        return edit instanceof ChangeGraph && earlier instanceof ChangeGraph;
    }

    private static boolean onlyMoves(MoveComponents edit) {
        return edit.moves().stream().allMatch(move -> move.position().isPresent());
    }

    private static List<String> ids(MoveComponents edit) {
        return edit.moves().stream().map(MoveComponents.Move::id).toList();
    }
}
