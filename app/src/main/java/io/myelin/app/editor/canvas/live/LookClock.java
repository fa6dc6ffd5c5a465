package io.myelin.app.editor.canvas.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Looks at something again and again on the window's thread. Not by an animation of JavaFX, which would ask for sixty
 * frames a second however seldom it looks. The time runs from the end of one look to the next, so that looks that take
 * long leave the thread to others in between. For the window's thread.
 */
public final class LookClock {
    private final Runnable look;
    private final Executor later;
    /** Another object for each start: what was put off before a stop then finds that it is not meant any more. */
    private Optional<Object> going = Optional.empty();

    /** Looks by {@code look} every {@code between}, once started. */
    public LookClock(Duration between, Runnable look) {
        this.look = look;
        this.later = CompletableFuture.delayedExecutor(between.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater);
    }

    /** Looks from now on, the first time when the time has passed once; nothing where it does already. */
    public void start() {
        if (going.isEmpty()) {
            Object mine = new Object();
            going = Optional.of(mine);
            later.execute(() -> tick(mine));
        }
    }

    /** Looks no more. */
    public void stop() {
        going = Optional.empty();
    }

    private void tick(Object mine) {
        if (going.filter(mine::equals).isEmpty()) {
            return;
        }
        try {
            look.run();
        } finally {
            later.execute(() -> tick(mine));
        }
    }
}
