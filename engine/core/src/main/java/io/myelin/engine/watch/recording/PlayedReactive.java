package io.myelin.engine.watch.recording;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;

/** Stands in the place of a reactive outside component. */
final class PlayedReactive implements ReactiveComponent {
    private final OutsidePlayer player;

    PlayedReactive(OutsidePlayer player) {
        this.player = player;
    }

    @Override
    public void onStart(ComponentContext context) throws Exception {
        player.begin(context);
        player.play();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) throws Exception {
        player.play();
    }

    @Override
    public void onInboxEnd(Inbox inbox) throws Exception {
        player.play();
    }

    @Override
    public void onEnd() throws Exception {
        player.play();
    }

    @Override
    public void onControl(Object message) throws Exception {
        player.play();
    }

    @Override
    public void onOutboxesClosed(ComponentContext context) throws Exception {
        player.play();
    }

    @Override
    public void onStop() throws Exception {
        player.play();
    }
}
