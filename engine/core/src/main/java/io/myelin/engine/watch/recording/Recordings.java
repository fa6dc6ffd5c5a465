package io.myelin.engine.watch.recording;

import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Records runs. */
public final class Recordings {
    private Recordings() {}

    /**
     * Starts {@code plan} and records it in {@code file}, which is made, or replaced where it is a recording; before
     * anything moves, gives the run to {@code watcher}. Throws IOException, with a sentence for people, where the file
     * can't be written: then nothing has started.
     *
     * @param capture what listened while {@code plan} was made
     */
    public static RecordedRun record(
            Path file,
            PlanningCapture capture,
            RunPlan plan,
            RunOptions options,
            RecordingOptions how,
            Consumer<? super GraphRun> watcher)
            throws IOException {
        return RecordedRun.prepare(file, capture.origin(), plan, options, how).start(watcher);
    }
}
