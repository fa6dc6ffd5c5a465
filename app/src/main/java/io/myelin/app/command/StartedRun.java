package io.myelin.app.command;

import io.myelin.engine.run.GraphRun;

/** A run that a command has started, recorded or not. */
interface StartedRun {
    /** The run itself. */
    GraphRun run();

    /** After its end: completes its recording, if there is one. */
    void finish(int exitStatus) throws InterruptedException;

    /** One that nobody records. */
    static StartedRun unrecorded(GraphRun run) {
        return new StartedRun() {
            @Override
            public GraphRun run() {
                return run;
            }

            @Override
            public void finish(int exitStatus) {
                // There is nothing to complete.
            }
        };
    }
}
