package io.myelin.app.editor.live;

import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.canvas.live.TokenBirth;
import io.myelin.app.editor.live.traffic.RunTraffic;
import io.myelin.app.editor.live.view.RunViews;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/**
 * One run as the canvas sees it.
 *
 * @param traffic what moves
 * @param views what its view components show
 */
record LiveRun(RunTraffic traffic, RunViews views) implements LiveView {
    @Override
    public LiveFrame frame() {
        return traffic.frame();
    }

    @Override
    public List<TokenBirth> births() {
        return traffic.births();
    }

    @Override
    public Optional<Node> content(String id) {
        return views.content(id);
    }
}
