package io.myelin.app.command;

import io.myelin.engine.run.RunNotice;
import io.myelin.engine.watch.recording.Difference;
import io.myelin.engine.watch.recording.ReplayResult;
import io.myelin.engine.watch.recording.ReplayResult.Reached;
import java.util.List;
import java.util.Locale;

/**
 * What there is to say about a replay.
 *
 * @param result what came of it
 * @param notices what people should know of the run besides failures
 * @param product the program that recorded
 * @param interrupted whether it was stopped by Ctrl+C
 */
record ReplayReport(ReplayResult result, List<RunNotice> notices, String product, boolean interrupted) {
    /** Says it on standard error; returns the exit status. */
    int say(RunReport report) {
        result.outcome().ifPresent(outcome -> {
            report.failures(outcome.failures());
            notices.forEach(notice -> report.line(notice.path() + ": " + notice.text()));
            outcome.stalled().forEach(report::line);
            report.losses(result.counters());
        });
        result.difference().ifPresent(difference -> differs(difference, report));
        if (result.reached() == Reached.LIMIT) {
            where(report);
        }
        if (result.reached() == Reached.CUT_OFF) {
            report.line("the recording ends here: "
                    + result.flaw()
                            .orElse("it says nothing of the end of the run (it had come to its limit, or the"
                                    + " program was ended at once)"));
        }
        report.line(count(result.same(), "delivery was", "deliveries were") + " the same in "
                + count(result.steps(), "step", "steps") + "; SHA-256 " + result.hash());
        return status();
    }

    private void differs(Difference difference, RunReport report) {
        report.line("the replay differs from the recording at " + difference.sentence());
        int box = difference.where().indexOf(" -> ");
        if (box > 0) {
            String outbox = difference.where().substring(0, box);
            report.line("'" + outbox.substring(0, outbox.lastIndexOf('.'))
                    + "', or one before it, did not do the same again: a component may depend only on its messages, its"
                    + " settings and the time of its context, unless its type declares what it reaches");
        }
        if (!product.equals(MyelinCommandLine.product())) {
            report.line("it was recorded by " + product + ", and this is " + MyelinCommandLine.product());
        }
    }

    private void where(RunReport report) {
        report.line(String.format(
                Locale.ROOT,
                "stopped after %s, at %.3f s of the run",
                count(result.steps(), "step", "steps"),
                result.time().toNanos() / 1e9));
        TextTable table = new TextTable(List.of("link", "delivered"));
        result.deliveries().forEach((link, delivered) -> table.add(List.of(link, number(delivered))));
        table.lines().forEach(report::line);
    }

    private int status() {
        if (interrupted) {
            return ExitStatus.INTERRUPTED;
        }
        return result.reached() == Reached.DIFFERENCE
                ? ExitStatus.FAILED
                : result.exitStatus().orElse(ExitStatus.DONE);
    }

    private static String count(long count, String one, String more) {
        return number(count) + " " + (count == 1 ? one : more);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
