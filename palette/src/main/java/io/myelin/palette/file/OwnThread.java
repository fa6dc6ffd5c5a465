package io.myelin.palette.file;

import io.myelin.engine.component.ComponentContext;
import java.io.Closeable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A thread for what a component may have to wait for outside, begun when it is first needed. It does one thing at a time,
 * and the component nothing meanwhile with what that uses; both hand over to each other, so neither needs locks.
 *
 * <p>A platform thread, since one that is stuck at a pipe would keep a carrier from all virtual ones.
 */
final class OwnThread implements Closeable {
    private final ComponentContext context;
    private @Nullable ExecutorService executor;
    private boolean closed;

    OwnThread(ComponentContext context) {
        this.context = context;
    }

    /**
     * Does {@code work} on the thread, and then {@code next} in a callback of the component, which fails as the work did.
     * Where this has been closed meanwhile, the callback may be one of the component's next life, and does nothing.
     */
    void lend(Runnable work, Runnable next) {
        FutureTask<Boolean> lent = new FutureTask<>(work, true);
        executor().execute(() -> {
            lent.run();
            context.execute(() -> {
                if (!closed) {
                    rethrow(lent);
                    next.run();
                }
            });
        });
    }

    private ExecutorService executor() {
        ExecutorService made = executor;
        if (made == null) {
            made = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                    .daemon()
                    .name("myelin-" + context.path() + "-waiting")
                    .factory());
            executor = made;
        }
        return made;
    }

    private static void rethrow(FutureTask<Boolean> done) {
        if (done.state() == FutureTask.State.FAILED) {
            switch (done.exceptionNow()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException(failure);
            }
        }
    }

    /** Lets the thread go, interrupting what it waits for. In a callback of the component. */
    @Override
    public void close() {
        closed = true;
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
