package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where whoever shows a graph has put the components that its layout does not name. */
public interface FoundPlaces {
    /** The places found for components of {@code graph}, in its order; none where it is not what is shown. */
    Map<String, Position> in(Graph graph);

    /** What writes those places; empty for none. */
    default Optional<GraphEdit> writing(Graph graph) {
        List<MoveComponents.Move> moves = in(graph).entrySet().stream()
                .map(place -> new MoveComponents.Move(place.getKey(), Optional.of(place.getValue())))
                .toList();
        return moves.isEmpty() ? Optional.empty() : Optional.of(new MoveComponents(moves));
    }

    /** Whether one of them would be shown elsewhere once {@code before}, which is shown, is {@code after}. */
    boolean wouldMove(Graph before, Graph after);
}
