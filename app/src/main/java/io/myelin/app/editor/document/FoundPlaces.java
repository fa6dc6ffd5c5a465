package io.myelin.app.editor.document;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Position;
import java.util.Map;

/** Where whoever shows a graph has put the components that its layout does not name. */
public interface FoundPlaces {
    /** The places found for components of {@code graph}, in its order; none where it is not what is shown. */
    Map<String, Position> in(Graph graph);

    /** Whether one of them would be shown elsewhere once {@code before}, which is shown, is {@code after}. */
    boolean wouldMove(Graph before, Graph after);
}
