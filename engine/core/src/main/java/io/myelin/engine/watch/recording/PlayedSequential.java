package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.SequentialComponent;

/** Stands in the place of a sequential outside component. */
final class PlayedSequential implements SequentialComponent {
    private final OutsidePlayer player;

    PlayedSequential(OutsidePlayer player) {
        this.player = player;
    }

    @Override
    public void main(ComponentContext context) throws Exception {
        player.begin(context);
        player.play();
    }
}
