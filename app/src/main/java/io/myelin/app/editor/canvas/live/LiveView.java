package io.myelin.app.editor.canvas.live;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** A run as the canvas sees it. Asked on the window's thread, at most once a frame each, and must answer at once. */
public interface LiveView {
    /**
     * All figures. The same object as the last time says that nothing has changed and nothing need be painted; another
     * has the whole graph painted again, so make a new one some times a second at most.
     */
    LiveFrame frame();

    /**
     * The messages delivered since the last time this was asked, oldest first; of a busy link as many as are worth a
     * token, and none at all above {@link WireLife#PULSES_UP_TO}.
     */
    List<TokenBirth> births();

    /** What a component shows on its own surface; asked once a run for each component that has a surface. */
    Optional<Node> content(String id);
}
