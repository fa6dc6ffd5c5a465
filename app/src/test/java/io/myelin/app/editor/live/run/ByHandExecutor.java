package io.myelin.app.editor.live.run;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Does its tasks when a test says so. */
final class ByHandExecutor implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Does all that has been asked for, and what that asks for. */
    void doAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
