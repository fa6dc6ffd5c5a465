package io.myelin.app.command;

import io.myelin.engine.run.ComponentFailure;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to say about the end of a run.
 *
 * @param outcome how it ended
 * @param counters the last look at its counters
 * @param notices what people should know besides failures
 * @param outputFailure why standard output could not be written; empty where it could
 * @param interrupted whether it was stopped by Ctrl+C or the system
 */
record RunEnding(
        RunOutcome outcome,
        RunSnapshot counters,
        List<RunNotice> notices,
        Optional<IOException> outputFailure,
        boolean interrupted) {

    /** Says it; returns the exit status. */
    int report(RunReport report, boolean statistics) {
        List<ComponentFailure> failures = outcome.failures().stream()
                .filter(failure -> !isClosedOutput(failure.cause()))
                .toList();
        report.failures(failures);
        if (failures.isEmpty() && !outputWasClosed()) {
            outputFailure.ifPresent(
                    failure -> report.line("standard output cannot be written: " + failure.getMessage()));
        }
        notices.forEach(notice -> report.line(notice.path() + ": " + notice.text()));
        if (outcome.ending() == RunOutcome.Ending.STALLED) {
            report.line("stopped because nothing could move any more:");
            outcome.stalled().forEach(sentence -> report.line("  " + sentence));
        }
        // Whoever closed the pipe wanted no more; that something was left is no news to them.
        if (!outputWasClosed()) {
            report.losses(counters);
        }
        if (statistics) {
            report.statistics(counters);
        }
        return status(failures);
    }

    private int status(List<ComponentFailure> failures) {
        if (interrupted) {
            return ExitStatus.INTERRUPTED;
        }
        if (outputFailure.isPresent() && !outputWasClosed()) {
            return ExitStatus.FAILED;
        }
        return switch (outcome.ending()) {
            case FINISHED, STOPPED -> ExitStatus.DONE;
            case FAILED -> failures.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
            case STALLED -> RunReport.anyUnread(counters) ? ExitStatus.FAILED : ExitStatus.DONE;
        };
    }

    private boolean outputWasClosed() {
        return outputFailure.filter(OutputClosedException.class::isInstance).isPresent();
    }

    private static boolean isClosedOutput(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(OutputClosedException.class::isInstance);
    }
}
