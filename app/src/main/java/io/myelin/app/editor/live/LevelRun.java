package io.myelin.app.editor.live;

import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.canvas.live.TokenBirth;
import io.myelin.app.editor.live.traffic.RunTraffic;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/**
 * A part of a run as the canvas of a level sees it.
 *
 * @param whole the run
 * @param place which part
 * @param traffic what moves there
 */
record LevelRun(LiveRun whole, ShownLevel place, RunTraffic traffic) implements LiveView {
    static LevelRun of(LiveRun whole, ShownLevel place) {
        return new LevelRun(whole, place, whole.traffic().inside(place.level().path(), place.path()));
    }

    boolean isOf(LiveRun run, ShownLevel where) {
        return whole.equals(run) && place.equals(where);
    }

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
        return whole.views().content(place.path() + "/" + id);
    }
}
