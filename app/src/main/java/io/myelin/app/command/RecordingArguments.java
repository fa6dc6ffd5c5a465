package io.myelin.app.command;

import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.watch.recording.PlanningCapture;
import io.myelin.engine.watch.recording.RecordedRun;
import io.myelin.engine.watch.recording.RecordingOptions;
import io.myelin.engine.watch.recording.RecordingOptions.Mode;
import io.myelin.engine.watch.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line says about recording a run.
 *
 * @param name the file as it was given, for messages
 * @param file the file, absolute
 * @param mode what happens at the limit
 * @param limit the most bytes
 */
record RecordingArguments(String name, Path file, Mode mode, long limit) {
    private static final long USUAL_LIMIT = 1_000_000_000;

    /** Reads them; empty where nothing is to be recorded. Throws UsageException for what does not go together. */
    static Optional<RecordingArguments> of(ParseResult arguments, Path workingFolder) {
        Optional<Long> limit = Optional.ofNullable(arguments.matchedOptionValue("--record-limit", null));
        Optional<Long> ring = Optional.ofNullable(arguments.matchedOptionValue("--record-ring", null));
        if (!arguments.hasMatchedOption("--record")) {
            if (limit.isPresent() || ring.isPresent()) {
                throw new UsageException("--record-limit and --record-ring say how --record records: give that too");
            }
            return Optional.empty();
        }
        if (limit.isPresent() && ring.isPresent()) {
            throw new UsageException("a recording is either whole (--record-limit) or a ring (--record-ring)");
        }
        long most = limit.or(() -> ring).orElse(USUAL_LIMIT);
        if (most < RecordingOptions.LEAST_LIMIT) {
            throw new UsageException("a recording needs room: give it 2MB at least");
        }
        String name = arguments.matchedOption("--record").originalStringValues().getFirst();
        return Optional.of(new RecordingArguments(
                name, GraphArgument.path(name, workingFolder), ring.isPresent() ? Mode.RING : Mode.WHOLE, most));
    }

    /** Starts {@code plan} and its recording; throws UsageException where the file can't be written. */
    StartedRun start(RunPlan plan, PlanningCapture capture, RunOptions options, RunReport report) {
        RecordingOptions how = new RecordingOptions(MyelinCommandLine.product(), mode, limit, report::line);
        try {
            RecordedRun run = Recordings.record(file, capture, plan, options, how, _ -> {});
            return new Recorded(run, report);
        } catch (IOException failure) {
            throw new UsageException(String.valueOf(failure.getMessage()));
        }
    }

    /** A run that is recorded in the file. */
    private final class Recorded implements StartedRun {
        private final RecordedRun run;
        private final RunReport report;

        Recorded(RecordedRun run, RunReport report) {
            this.run = run;
            this.report = report;
        }

        @Override
        public GraphRun run() {
            return run;
        }

        @Override
        public void finish(int exitStatus) throws InterruptedException {
            run.finish(exitStatus);
            try {
                report.line("recorded in " + name + " (" + Quantities.bytes(Files.size(file)) + ")");
            } catch (IOException gone) {
                report.line(name + " is gone: " + gone.getMessage());
            }
        }
    }
}
