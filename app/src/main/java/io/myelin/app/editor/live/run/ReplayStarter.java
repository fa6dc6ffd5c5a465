package io.myelin.app.editor.live.run;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.component.Console;
import io.myelin.engine.plan.PlanResult;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.watch.recording.RecordingFile;
import io.myelin.engine.watch.recording.Replay;
import io.myelin.engine.watch.recording.ReplayLimits;
import io.myelin.engine.watch.recording.ReplayResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Does a recorded run again, on a thread of its own. */
final class ReplayStarter {
    private static final Texts TEXTS = Texts.of(ReplayStarter.class);

    private final RecordingFile recording;
    private final ReplayLimits limits;
    private final Consumer<String> say;

    /** {@code say} is told, on any thread, what has come of it. */
    ReplayStarter(RecordingFile recording, ReplayLimits limits, Consumer<String> say) {
        this.recording = recording;
        this.limits = limits;
        this.say = say;
    }

    PlanResult plan(ComponentCatalog catalog) {
        return recording.plan(catalog, _ -> Optional.empty());
    }

    GraphRun start(RunPlan plan, Console console, Consumer<? super GraphRun> watcher) {
        try {
            Replay replay = recording.replay(plan, console, limits);
            ReplayedRun run = new ReplayedRun(replay);
            watcher.accept(run);
            Thread.ofPlatform().daemon().name("replay").start(() -> play(replay));
            return run;
        } catch (IOException unfit) {
            throw new UncheckedIOException(unfit.getMessage(), unfit);
        }
    }

    private void play(Replay replay) {
        try {
            say.accept(words(replay.play()));
        } catch (IOException | RuntimeException unreadable) {
            // Reading on, a run that is replayed can only say so unchecked.
            say.accept(TEXTS.get("replay.failed", String.valueOf(unreadable.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String words(ReplayResult result) {
        return switch (result.reached()) {
            case DIFFERENCE ->
                TEXTS.get(
                        "replay.differs",
                        result.difference().map(one -> one.sentence()).orElse(""));
            case LIMIT -> TEXTS.get("replay.limit", result.steps(), result.same());
            case CUT_OFF -> TEXTS.get("replay.cut-off", result.flaw().orElse(""), result.same());
            case END -> TEXTS.get("replay.same", result.same());
        };
    }
}
